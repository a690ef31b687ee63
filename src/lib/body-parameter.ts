import {type JsonObject, type JsonValue} from './client/wire.ts'
import {parameter} from './parameter.ts'
import {type Fields, oneOrSeveral, type Schema} from './schema.ts'

/**
 * The whole JSON body: `--body`, `--edit`, and for an object `--field`. What is known of its fields is checked before
 * anything is sent; `required` names those that the service insists on.
 */
export function wholeBody<const O extends BodyOptions = object>(summary: string, options?: O) {
  const {required = [], items, optional, orAlone, ofAnyForm}: BodyOptions = options ?? {}
  const schema = bodySchema(options ?? {})
  const shape = {required: optional !== true, in: 'body', valueName: 'JSON|@FILE|-'} as O extends {optional: true}
    ? {required: false; in: 'body'; valueName: string}
    : {required: true; in: 'body'; valueName: string}
  return parameter<BodyValue<O>, '--body', typeof shape>(
    '--body',
    required.length === 0 ? summary : `${summary}; needs ${required.join(', ')}`,
    shape,
    {
      kind: 'body',
      many: items !== undefined,
      ...(orAlone && {orAlone}),
      ...(ofAnyForm && {ofAnyForm}),
      schema,
      check: (typed, input) => input.json(typed, '--body', {schema}),
    },
  )
}

type BodyValue<O> = O extends {items: Schema}
  ? JsonValue[]
  : O extends {orAlone: true}
    ? JsonObject | JsonValue[]
    : JsonObject

function bodySchema({required = [], fields, others, items, orAlone}: BodyOptions): Schema {
  if (items !== undefined) return {type: 'array', items}
  const object: Schema = {
    type: 'object',
    ...(fields && {properties: fields}),
    ...(others && {additionalProperties: others}),
    required,
  }
  return orAlone === true ? oneOrSeveral(object) : object
}

interface BodyOptions {
  /** The fields that are known; without them, the body holds anything. */
  fields?: Fields
  /** What fields hold that are not among them: `{}` is anything. Without it, others are sent with a warning. */
  others?: Schema
  required?: readonly string[]
  /** The body is an array of these. */
  items?: Schema
  /** The body is an array of such objects; one alone is sent as an array of it, so that `--field` can be used. */
  orAlone?: true
  /** The request may go without one. */
  optional?: true
  /** What it may hold hangs on other values: there is no template of it, and nothing to edit. */
  ofAnyForm?: true
}
