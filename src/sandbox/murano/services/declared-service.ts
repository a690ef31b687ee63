import {type JsonObject, type JsonValue} from '../../../lib/client/wire.ts'
import {faultsOf} from '../../../lib/input/check-schema.ts'
import {type OperationFacts, type ServiceFacts} from '../../../lib/murano/service-facts.ts'
import {type Schema} from '../../../lib/schema.ts'
import {type FieldValues, type RequiredBy} from '../../../lib/schema-value.ts'
import {refused, ServiceFailure} from './failure.ts'
import {type MuranoService, type Operation, type ServiceCall, serviceError} from './service.ts'
import {swaggerOf} from './swagger.ts'

/** The arguments of an operation, checked: what is said to be required is there, and all are of their types. */
export type ArgumentsOf<Facts> = Facts extends {arguments: infer All} ? FieldValues<All, RequiredBy<Facts>> : never

/** What the operations of a service do. */
export type Behaviour<Facts extends ServiceFacts> = {
  [Name in keyof Facts['operations']]: (
    given: ArgumentsOf<Facts['operations'][Name]>,
    call: ServiceCall,
  ) => JsonValue | undefined
}

/** The body of an error of the service. */
export type FailureShape = (failure: ServiceFailure) => JsonObject

/** A service as its facts say it: they check the arguments, and describe it. */
export function declaredService<Facts extends ServiceFacts>(
  facts: Facts,
  behaviour: Behaviour<Facts>,
  shape: FailureShape,
): MuranoService {
  const entries = Object.entries<OperationFacts>(facts.operations)
  const operations = entries.map(([name, operation]) => {
    const perform = behaviour[name as keyof Facts['operations']] as (given: JsonObject, call: ServiceCall) => JsonValue
    return [name, withShape(shape, (call) => perform(checked(call.arguments, operation), call))] as const
  })
  return {
    alias: facts.alias,
    name: facts.service,
    operations: Object.fromEntries(operations),
    emptyStatus: (name) => (isEmptyOk(facts.operations[name]) ? 200 : 204),
    ...(facts.events && {events: facts.events}),
    schema: () => swaggerOf(facts),
  }
}

function isEmptyOk(operation: OperationFacts | undefined): boolean {
  return operation?.replies['204'] === undefined
}

function withShape(shape: FailureShape, operation: Operation): Operation {
  return (call) => {
    try {
      return operation(call)
    } catch (error) {
      if (error instanceof ServiceFailure) throw serviceError(error.status, shape(error))
      throw error
    }
  }
}

/** The arguments as the facts say. Null is none, where they do not say otherwise. */
function checked(given: JsonObject, {arguments: fields, required = [], others}: OperationFacts): JsonObject {
  const known = Object.entries(given).flatMap(([name, value]) => {
    const schema = Object.hasOwn(fields, name) ? fields[name] : others
    if (schema === undefined || (value === null && !takesNull(schema))) return []
    return [[name, asNumber(value, schema)] as const]
  })
  const found = Object.fromEntries(known)
  const faults = faultsOf(found, schemaOf(fields, required))
  if (faults.length > 0) throw refused(faults.join(' '))
  return found
}

const schemas = new WeakMap<object, Schema>()

/** One for each operation, so that it is compiled once. */
function schemaOf(properties: OperationFacts['arguments'], required: readonly string[]): Schema {
  const known = schemas.get(properties)
  if (known && known.required === required) return known
  const schema: Schema = {type: 'object', properties, required}
  schemas.set(properties, schema)
  return schema
}

function takesNull({type}: Schema): boolean {
  return type === undefined || [type].flat().includes('null')
}

/** In a query, numbers are text. */
function asNumber(value: JsonValue, {type}: Schema): JsonValue {
  return type === 'integer' && typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
}
