import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {emit} from './events.ts'
import {severities, writeLog} from './logs.ts'
import {type ServiceConfig, type Solution} from './records.ts'
import {countCall} from './usage.ts'
import {serviceOf} from './services/registry.ts'

/** Calls an operation of a service that a solution uses, from outside or from a script. Throws what it is refused with. */
export async function callService(
  sandbox: Sandbox,
  solution: Solution,
  config: ServiceConfig,
  operationId: string,
  given: JsonObject,
): Promise<JsonValue | undefined> {
  const operations = serviceOf(config.service)?.operations ?? {}
  const operation = Object.hasOwn(operations, operationId) ? operations[operationId] : undefined
  if (!operation) throw notFound(`Operation ${operationId} of service ${config.service}`)
  const {service} = config
  const told = {solution_id: solution.id, type: 'call', service, event: operationId} as const
  countCall(sandbox, config)
  try {
    const result = await operation({
      sandbox,
      solution,
      config,
      arguments: given,
      emit: (event, argument) => emit(sandbox, {solution_id: solution.id, service, event, argument}),
    })
    writeLog(sandbox, {...told, severity: severities.debug, message: `Call ${service}.${operationId}`})
    return result
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `Call ${service}.${operationId} failed: ${reason}`
    writeLog(sandbox, {...told, severity: severities.error, message})
    throw error
  }
}
