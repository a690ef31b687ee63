import {type JsonValue} from './client/wire.ts'

type TypeName = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'null'

/**
 * JSON Schema, as far as declarations use it. An object whose `properties` are named lets other fields through, with a
 * warning; one without takes any.
 */
export interface Schema {
  type?: TypeName | readonly TypeName[]
  description?: string
  enum?: readonly JsonValue[]
  format?: 'uuid' | 'email' | 'uri' | 'date' | 'date-time'
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  properties?: Fields
  required?: readonly string[]
  items?: Schema
  /** What fields hold that have no names of their own: `{}` is anything, and not warned of. */
  additionalProperties?: Schema
  anyOf?: readonly Schema[]
  /** `{}`: nothing may stand here; the description says why. */
  not?: Schema
  /** What a template shows as value. */
  examples?: readonly JsonValue[]
}

/** The fields of an object, by name. */
export type Fields = Readonly<Record<string, Schema>>

/** One step of a path: a property, or an element of an array. */
export type Step = string | number

/** The schema of the value at a path; undefined where nothing is said of it. */
export function schemaAt(schema: Schema | undefined, [step, ...rest]: readonly Step[]): Schema | undefined {
  if (step === undefined || schema === undefined) return schema
  const {items, properties, additionalProperties} = alternativeFor(schema, typeof step === 'number' ? [] : {})
  return schemaAt(typeof step === 'number' ? items : (properties?.[step] ?? additionalProperties), rest)
}

/** Of alternatives that are of different types, the one that a value can only mean; else the schema itself. */
export function alternativeFor(schema: Schema, value: JsonValue): Schema {
  const fitting = (schema.anyOf ?? []).filter(({type}) => type === typeOf(value))
  return fitting.length === 1 ? fitting[0]! : schema
}

function typeOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'array'
  return value === null ? 'null' : typeof value
}

/** Whether text is the only thing that the schema takes. */
export function takesOnlyText(schema: Schema | undefined): boolean {
  if (schema === undefined) return false
  if (schema.type !== undefined) return schema.type === 'string'
  return schema.enum !== undefined && schema.enum.every((value) => typeof value === 'string')
}

/** A value, or a list of such values. */
export function oneOrSeveral(schema: Schema): Schema {
  return {anyOf: [schema, {type: 'array', items: schema}]}
}
