import {type JsonObject, type JsonValue} from '../../../lib/client/wire.ts'
import {type OperationFacts, type ServiceFacts} from '../../../lib/murano/service-facts.ts'
import {type Fields, type Schema} from '../../../lib/schema.ts'

/** The description of a service in Swagger 2.0, with its events under `x-events`. */
export function swaggerOf({service, alias, summary, operations, events = {}}: ServiceFacts): JsonObject {
  const paths = Object.entries(operations).map(([name, operation]) => [
    `/${name}`,
    {post: {operationId: name, ...operationOf(operation)}},
  ])
  return {
    swagger: '2.0',
    info: {title: service, description: summary, version: '1.0'},
    basePath: `/${alias}`,
    consumes: ['application/json'],
    produces: ['application/json'],
    paths: Object.fromEntries(paths) as JsonObject,
    'x-events': Object.entries(events).map(([name, event]) => ({
      name,
      description: event.summary,
      parameters: [{name: event.parameter, schema: objectOf(event.argument, event.required)}],
    })),
  }
}

function operationOf({
  summary,
  arguments: fields,
  required = [],
  container,
  others,
  replies,
}: OperationFacts): JsonObject {
  const held = container?.holds ?? []
  const parameters = Object.entries(fields)
    .filter(([name]) => !held.includes(name))
    .map(([name, schema]) => parameterOf(name, schema, required.includes(name)))
  if (container) parameters.push(bodyOf(container.name, fields, held, required, others))
  const responses = Object.entries(replies).map(([status, {description, schema}]) => [
    status,
    {description, ...(schema && {schema: plain(schema)})},
  ])
  return {summary, parameters, responses: Object.fromEntries(responses) as JsonObject}
}

/** A list of objects is a body, other arguments are in the query. */
function parameterOf(name: string, schema: Schema, required: boolean): JsonObject {
  const {description = ''} = schema
  if (schema.items?.type === 'object') return {name, in: 'body', description, required, schema: plain(schema)}
  const type = [schema.type ?? 'string'].flat()[0] ?? 'string'
  return {...plain(schema), name, in: 'query', description, required, type}
}

/** Its fields are arguments beside the others: `x-exosite-expand-body-parameters`. */
function bodyOf(
  name: string,
  fields: Fields,
  held: readonly string[],
  required: readonly string[],
  others: Schema | undefined,
): JsonObject {
  const inside = Object.fromEntries(Object.entries(fields).filter(([field]) => held.includes(field)))
  const schema = objectOf(
    inside,
    required.filter((field) => held.includes(field)),
  )
  return {
    name,
    in: 'body',
    required: others !== undefined || required.some((field) => held.includes(field)),
    schema: {...schema, ...(others && {additionalProperties: plain(others)})},
    'x-exosite-expand-body-parameters': true,
  }
}

function objectOf(properties: Fields, required: readonly string[] = []): JsonObject {
  return plain({type: 'object', properties, ...(required.length > 0 && {required})})
}

/** Swagger has no lists of types: what may be of several has none. */
function plain(schema: Schema): JsonObject {
  const entries = Object.entries(schema).flatMap(([key, value]): [string, JsonValue][] => {
    if (key === 'type' && Array.isArray(value)) return []
    if (key === 'items') return [[key, plain(value as Schema)]]
    if (key !== 'properties') return [[key, value as JsonValue]]
    const inner = Object.entries(value as Fields).map(([name, field]) => [name, plain(field)])
    return [[key, Object.fromEntries(inner) as JsonObject]]
  })
  return Object.fromEntries(entries)
}
