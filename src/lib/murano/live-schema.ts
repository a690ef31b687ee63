import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {type Effect} from '../operation/declaration.ts'
import {type Fields, type Schema} from '../schema.ts'
import {readableSchema, resolved} from './swagger-schema.ts'

/** An operation of a service, as the service describes it. */
export interface LiveOperation {
  name: string
  summary: string
  /** Undefined for what only reads. */
  effect: Effect | undefined
  /** Beside each other, as they are sent, whatever the service's schema wraps them in. */
  arguments: Fields
  required: readonly string[]
  /** What arguments hold that have names of the user's. */
  others?: Schema
}

/** Something that scripts are told of. */
export interface LiveEvent {
  name: string
  summary: string
  /** What handlers call their argument. */
  parameter: string
  fields: Fields
  required: readonly string[]
}

export interface LiveService {
  operations: readonly LiveOperation[]
  events: readonly LiveEvent[]
}

/** What a service's description in Swagger 2.0 says of its operations and events. What cannot be made out is left out. */
export function readLiveSchema(swagger: JsonObject): LiveService {
  const paths = Object.values(objectOf(swagger['paths']))
  const operations = paths.flatMap((path) => operationsOf(objectOf(path), swagger))
  return {operations: operations.toSorted((a, b) => (a.name < b.name ? -1 : 1)), events: eventsOf(swagger)}
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

function operationsOf(path: JsonObject, swagger: JsonObject): LiveOperation[] {
  return methods.flatMap((method) => {
    const {operationId, summary, description, parameters, ...rest} = objectOf(path[method])
    if (typeof operationId !== 'string' || rest['x-internal-use'] === true) return []
    const all = [...listOf(path['parameters']), ...listOf(parameters)].map((each) => resolved(objectOf(each), swagger))
    const parts = all.map((each) => argumentsOf(each, swagger))
    const others = parts.find((part) => part.others !== undefined)?.others
    return [
      {
        name: operationId,
        summary: textOf(summary) ?? textOf(description) ?? '',
        effect: effectOf(method),
        arguments: Object.assign({}, ...parts.map((part) => part.arguments)) as Fields,
        required: parts.flatMap((part) => part.required),
        ...(others && {others}),
      },
    ]
  })
}

/** What the method says of an operation of which nothing else is known. */
function effectOf(method: (typeof methods)[number]): Effect | undefined {
  return method === 'get' ? undefined : {changes: 'call', destructive: method === 'delete'}
}

type Arguments = Pick<LiveOperation, 'arguments' | 'required' | 'others'>

/** The arguments that a parameter stands for: the fields of an object in the body are arguments themselves. */
function argumentsOf(parameter: JsonObject, swagger: JsonObject): Arguments {
  const name = textOf(parameter['name'])
  if (name === undefined) return {arguments: {}, required: []}
  const isRequired = parameter['required'] === true
  const own = {required: isRequired ? [name] : []}
  if (parameter['in'] !== 'body') return {...own, arguments: {[name]: readableSchema(parameter, swagger)}}
  const schema = readableSchema(objectOf(parameter['schema']), swagger)
  const isWhole = parameter['x-exosite-expand-body-parameters'] === false
  const {properties, additionalProperties: others} = schema
  if (isWhole || (properties === undefined && others === undefined)) return {...own, arguments: {[name]: schema}}
  return {arguments: properties ?? {}, required: isRequired ? (schema.required ?? []) : [], ...(others && {others})}
}

/** Events are a list, or an object by their names. */
function eventsOf(swagger: JsonObject): LiveEvent[] {
  const all = swagger['x-events']
  if (Array.isArray(all)) return all.flatMap((each) => eventOf(objectOf(each), undefined, swagger))
  return Object.entries(objectOf(all)).flatMap(([name, each]) => eventOf(objectOf(each), name, swagger))
}

function eventOf(event: JsonObject, key: string | undefined, swagger: JsonObject): LiveEvent[] {
  const name = textOf(event['name']) ?? textOf(event['operationId']) ?? key
  if (name === undefined) return []
  const [parameter = {}] = listOf(event['parameters']).map(objectOf)
  const {properties = {}, required = []} = readableSchema(objectOf(parameter['schema']), swagger)
  const summary = textOf(event['description']) ?? textOf(event['summary']) ?? ''
  return [{name, summary, parameter: textOf(parameter['name']) ?? 'event', fields: properties, required}]
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
