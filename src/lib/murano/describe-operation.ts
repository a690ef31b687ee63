import {type Schema} from '../schema.ts'
import {type LiveOperation, type LiveService} from './live-schema.ts'

/** An operation, for people. */
export interface OperationRow {
  operation: string
  /** Those that it needs first. */
  arguments: string
  summary: string
}

/** An argument, for people. */
export interface ArgumentRow {
  argument: string
  type: string
  required: boolean
  /** The pattern, the format or the values that it must have. */
  form: string
  summary: string
}

export function operationRows({operations}: LiveService): OperationRow[] {
  return operations.map((operation) => ({
    operation: operation.name,
    arguments: argumentRows(operation)
      .map(({argument, required}) => (required ? argument : `[${argument}]`))
      .join(' '),
    summary: operation.summary,
  }))
}

export function argumentRows({arguments: fields, required, others}: LiveOperation): ArgumentRow[] {
  const rows = Object.entries(fields).map(([name, schema]) => rowOf(name, schema, required.includes(name)))
  const ordered = [...rows.filter((row) => row.required), ...rows.filter((row) => !row.required)]
  return others === undefined ? ordered : [...ordered, rowOf('*', others, false)]
}

function rowOf(argument: string, schema: Schema, required: boolean): ArgumentRow {
  const {pattern, format, enum: values} = schema
  const form = values?.map(String).join(', ') ?? pattern ?? format ?? ''
  return {argument, type: typeOf(schema), required, form, summary: schema.description ?? ''}
}

/** `string`, `object[]`, `string or integer`. */
export function typeOf({type, items}: Schema): string {
  if (items !== undefined) return `${typeOf(items)}[]`
  return type === undefined ? 'any' : [type].flat().join(' or ')
}
