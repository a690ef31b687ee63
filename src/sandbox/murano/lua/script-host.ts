import {type JsonObject, type JsonValue} from '../../../lib/client/wire.ts'
import {once} from '../../../lib/once.ts'
import {OwnRefusal, Refusal} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {callOperation} from '../call-service.ts'
import {type Endpoint} from '../endpoints.ts'
import {type EventHandler} from '../event-handlers.ts'
import {type LogLine, severities, writeLog} from '../logs.ts'
import {modulesOf} from '../modules.ts'
import {type ServiceConfig, type Solution} from '../records.ts'
import {type EndpointOutcome, type ScriptHost} from '../scripts.ts'
import {configsOf} from '../service-configs.ts'
import {serviceOf} from '../services/registry.ts'
import {type MuranoService} from '../services/service.ts'
import {type LuaHost, LuaMachine} from './lua-machine.ts'

const machine = once(() => LuaMachine.load())

/** What lines of the log say that scripts write. */
type Origin = Pick<LogLine, 'service' | 'event' | 'data'>

/** Services by alias. */
type Services = ReadonlyMap<string, MuranoService>

/** Scripts in Lua. A service that a solution uses is a global there: `Keystore.get({key = "colour"})`. */
export class LuaScriptHost implements ScriptHost {
  readonly #sandbox: Sandbox

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
  }

  async run(solution: Solution, handler: EventHandler, argument: JsonValue): Promise<void> {
    const {name, script, service, event} = handler
    const services = await this.#servicesOf(solution)
    const parameter = services.get(service)?.events?.[event]?.parameter ?? 'event'
    const host = this.#hostFor(solution, services, {service, event})
    const lua = await machine()
    lua.run({name, source: script, parameters: [parameter]}, [argument], host)
  }

  async answer(solution: Solution, endpoint: Endpoint, request: JsonValue): Promise<EndpointOutcome> {
    const name = `${endpoint.method.toUpperCase()} ${endpoint.path}`
    const origin = {service: 'webservice', event: 'request', data: {endpoint: name}}
    const host = this.#hostFor(solution, await this.#servicesOf(solution), origin)
    const lua = await machine()
    const script = {name, source: endpoint.script, parameters: ['request', 'response']}
    const {result, last} = lua.run(script, [request, {headers: {}}], host)
    return {result, response: last}
  }

  async #servicesOf(solution: Solution): Promise<Services> {
    const aliases = configsOf(this.#sandbox.store, solution).map(({service}) => service)
    const found = await Promise.all(aliases.map(async (alias) => [alias, await serviceOf(alias)] as const))
    return new Map(found.flatMap(([alias, service]) => (service ? [[alias, service]] : [])))
  }

  #hostFor(solution: Solution, services: Services, origin: Origin): LuaHost {
    const {store, clock} = this.#sandbox
    const configs = configsOf(store, solution)
    const sources = new Map(modulesOf(store, solution.id).map(({name, script}) => [name, script]))
    return {
      now: () => Math.floor(clock.now() / 1000),
      severities: Object.keys(severities),
      log: (severity, message) =>
        writeLog(this.#sandbox, {
          solution_id: solution.id,
          type: 'script',
          severity: severities[severity as keyof typeof severities],
          message,
          ...origin,
        }),
      module: (name) => sources.get(name),
      services: Object.fromEntries(configs.map((config) => [nameOf(config), config.service])),
      call: (alias, operation, given) => {
        const config = configs.find(({service}) => service === alias)
        return config ? this.#call(solution, config, services.get(alias), operation, given) : null
      },
    }
  }

  /** What the operation answers; where it is refused, what is wrong, under `error`, with the status. */
  #call(
    solution: Solution,
    config: ServiceConfig,
    service: MuranoService | undefined,
    operation: string,
    given: JsonObject,
  ): JsonValue {
    if (!service) return {error: `The sandbox has no operations of ${config.service}.`, status: 404}
    try {
      return callOperation(service, this.#sandbox, solution, config, operation, given) ?? {}
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const body = error instanceof OwnRefusal ? error.body : null
      return {error: error.message, status: error.status, ...(typeof body === 'object' && body)}
    }
  }
}

/** What a service is called in scripts: as its alias, but with a capital; a product as the link says. */
function nameOf({service, script_key}: ServiceConfig): string {
  return script_key ?? service.charAt(0).toUpperCase() + service.slice(1)
}
