import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {emit} from './events.ts'
import {severities, writeLog} from './logs.ts'
import {type ServiceConfig, type Solution} from './records.ts'
import {countCall} from './usage.ts'
import {serviceOf} from './services/registry.ts'
import {type MuranoService} from './services/service.ts'

/** What comes back of a call; a body that is undefined is none. */
export interface ServiceReply {
  status: number
  body: JsonValue | undefined
}

/** Calls an operation of a service that a solution uses, from outside. Throws what it is refused with. */
export async function callService(
  sandbox: Sandbox,
  solution: Solution,
  config: ServiceConfig,
  operationId: string,
  given: JsonObject,
): Promise<ServiceReply> {
  const service = await serviceOf(config.service)
  if (!service) throw noOperation(operationId, config)
  const body = callOperation(service, sandbox, solution, config, operationId, given)
  return {status: body === undefined ? (service.emptyStatus?.(operationId) ?? 204) : 200, body}
}

/** The same of a service that is loaded already, for scripts: they wait for the result. */
export function callOperation(
  {operations}: MuranoService,
  sandbox: Sandbox,
  solution: Solution,
  config: ServiceConfig,
  operationId: string,
  given: JsonObject,
): JsonValue | undefined {
  const operation = Object.hasOwn(operations, operationId) ? operations[operationId] : undefined
  if (!operation) throw noOperation(operationId, config)
  const {service} = config
  const told = {solution_id: solution.id, type: 'call', service, event: operationId} as const
  const call = {
    sandbox,
    solution,
    config,
    arguments: given,
    emit: (event: string, argument: JsonValue) => emit(sandbox, {solution_id: solution.id, service, event, argument}),
  }
  countCall(sandbox, config)
  try {
    const result = sandbox.store.transaction(() => operation(call))
    writeLog(sandbox, {...told, severity: severities.debug, message: `Call ${service}.${operationId}`})
    return result
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `Call ${service}.${operationId} failed: ${reason}`
    writeLog(sandbox, {...told, severity: severities.error, message})
    throw error
  }
}

function noOperation(operationId: string, {service}: ServiceConfig): Error {
  return notFound(`Operation ${operationId} of service ${service}`)
}
