import {type JsonObject} from '../client/wire.ts'
import {type Parameter, type Parameters} from '../parameter.ts'
import {type Fields, type Schema} from '../schema.ts'

/** What an entry holds of a call's parameters: the same names, and the same words about them. */
export function parameterFields(parameters: Parameters): Fields {
  return Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, schemaOf(parameter)]))
}

/** All but those of these names. */
export function except<T>(all: Readonly<Record<string, T>>, ...names: string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)))
}

/** Of what there is, the fields that have a value. */
export function setFields(names: object, values: object): JsonObject {
  const entries = Object.entries(values as JsonObject)
  return Object.fromEntries(entries.filter(([name, value]) => name in names && value != null))
}

function schemaOf({kind, many, summary, schema, options}: Parameter): Schema {
  const one = schema ?? {...types[kind], ...(options && {enum: options})}
  return many ? {type: 'array', description: summary, items: one} : {...one, description: summary}
}

const text: Schema = {type: 'string', minLength: 1}

const types: Readonly<Record<Parameter['kind'], Schema>> = {
  ...{text, phone: text, choice: text, secret: text, file: text, date: text},
  uuid: {type: 'string', format: 'uuid'},
  integer: {type: 'integer'},
  boolean: {type: 'boolean'},
  url: {type: 'string', format: 'uri'},
  email: {type: 'string', format: 'email'},
  ...{json: {}, filter: {}, body: {}},
}
