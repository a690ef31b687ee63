import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {type Schema} from '../schema.ts'

/** Schemas that refer to themselves end here. */
const deepest = 12

const types: readonly unknown[] = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null']
const formats: readonly unknown[] = ['uuid', 'email', 'uri', 'date', 'date-time']
const numbers = ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'] as const

/** A schema of a Swagger document as far as it can be checked here. Formats and patterns that are none are passed over. */
export function readableSchema(given: JsonObject, document: JsonObject, depth = 0): Schema {
  if (depth > deepest) return {}
  const swagger = resolved(given, document)
  const inner = (value: JsonValue | undefined) =>
    isObject(value) ? readableSchema(value, document, depth + 1) : undefined
  const {type, description, enum: values, format, pattern, properties, items, additionalProperties, required} = swagger
  const [one, others] = [inner(items), additionalProperties === true ? {} : inner(additionalProperties)]
  return {
    ...(types.includes(type) && {type: type as Schema['type'] & string}),
    ...(typeof description === 'string' && {description}),
    ...(Array.isArray(values) && {enum: values}),
    ...(formats.includes(format) && {format: format as NonNullable<Schema['format']>}),
    ...(isPattern(pattern) && {pattern}),
    ...Object.fromEntries(
      numbers.flatMap((name) => (typeof swagger[name] === 'number' ? [[name, swagger[name]]] : [])),
    ),
    ...(isObject(properties) && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, inner(value) ?? {}])),
    }),
    ...(Array.isArray(required) && {required: required.filter((name) => typeof name === 'string')}),
    ...(one && {items: one}),
    ...(others && {additionalProperties: others}),
  }
}

/** What stands where a `$ref` points to; the thing itself where it has none. */
export function resolved(given: JsonObject, document: JsonObject, depth = 0): JsonObject {
  const {$ref} = given
  if (typeof $ref !== 'string' || !$ref.startsWith('#/') || depth > deepest) return given
  let found: JsonValue | undefined = document
  for (const step of $ref.slice(2).split('/')) found = isObject(found) ? found[step] : undefined
  return isObject(found) ? resolved(found, document, depth + 1) : {}
}

function isPattern(pattern: JsonValue | undefined): pattern is string {
  if (typeof pattern !== 'string') return false
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
