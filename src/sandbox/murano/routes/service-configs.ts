import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {object, readBody, required, string} from '../../fields.ts'
import {conflict, Refusal} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {type Store} from '../../store.ts'
import {itemList} from '../item-lists.ts'
import {type ServiceConfig, serviceConfigs, type Solution, solutions} from '../records.ts'
import {configsOf, configView, enableService, mustFindConfig} from '../service-configs.ts'
import {catalogueEntry} from '../services/catalogue.ts'
import {api, type SolutionRequest, withToken} from './route.ts'

export type ConfigRequest = FastifyRequest<{Params: {sid: string; scid: string}}>

/** The services that a solution uses, and products that are linked to an application. */
export function serviceConfigRoutes(app: FastifyInstance, {store, clock}: Sandbox): void {
  const path = `${api}/solution/:sid/serviceconfig`
  const found = ({member, params}: ConfigRequest) =>
    mustFindConfig(store, member.mustReachSolution(params.sid), params.scid)

  app.get(path, withToken, (request: SolutionRequest) => {
    const solution = request.member.mustReachSolution(request.params.sid)
    return itemList(request, configsOf(store, solution).map(configView))
  })

  app.get(`${path}/:scid`, withToken, (request: ConfigRequest) => found(request))

  app.post(path, withToken, (request: SolutionRequest) =>
    store.transaction(() => {
      const solution = request.member.mustReachSolution(request.params.sid)
      const {service, script_key, name} = readBody(request, {
        service: required(string()),
        script_key: string(),
        name: string(),
      })
      const entry = mustBeUsable(store, solution, service)
      if (configsOf(store, solution).some((config) => config.service === entry.alias)) {
        throw conflict(`The solution has the service ${entry.alias} already.`)
      }
      const key = script_key ?? name ?? entry.script_key
      const created_at = new Date(clock.now()).toISOString()
      return configView(enableService(store, solution, entry, created_at, key === undefined ? {} : {script_key: key}))
    }),
  )

  app.put(`${path}/:scid`, withToken, (request: ConfigRequest, reply) => {
    const changes = readBody(request, {parameters: object(), triggers: object()})
    store.transaction(() => {
      const config = found(request)
      const {parameters = config.parameters, triggers = config.triggers} = changes
      store.collection(serviceConfigs).put({...config, parameters, triggers})
    })
    return reply.code(204).send()
  })

  app.delete(`${path}/:scid`, withToken, (request: ConfigRequest) => {
    store.transaction(() => store.collection(serviceConfigs).delete(found(request).id))
    return {}
  })
}

interface Usable extends Pick<ServiceConfig, 'name'> {
  alias: string
  script_key?: string
}

/** A service, or for an application a product of its business. Throws a 424 for what is neither. */
function mustBeUsable(store: Store, solution: Solution, service: string): Usable {
  const entry = catalogueEntry(service, solution.type)
  if (entry) return entry
  const product = store.collection(solutions).get(service)
  if (solution.type !== 'application' || product?.type !== 'product' || product.bizid !== solution.bizid) {
    throw new Refusal(424, `There is no service ${service} for this ${solution.type}.`)
  }
  return {alias: product.id, name: product.name, script_key: product.name}
}
