import {type FastifyRequest} from 'fastify'
import {conflict} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'
import {eventHandlers} from './event-handlers.ts'
import {idLength, newId} from './ids.ts'
import {logLines} from './logs.ts'
import {type Business, serviceConfigs, type Solution, solutions, tiers} from './records.ts'
import {enableService} from './service-configs.ts'
import {servicesFor} from './services/catalogue.ts'

/** The name of the host that a solution answers at, with the port of this sandbox. */
export function domainOf({host}: FastifyRequest, {type, subdomain}: Solution): string {
  const [, name = '', port = ''] = /^(.*?)(:\d+)?$/.exec(host) ?? []
  const isAddress = /^[\d.]+$|^\[/.test(name)
  return `${subdomain}.${type === 'product' ? 'm2' : 'apps'}.${isAddress ? 'localhost' : name}${port}`
}

/** Makes a solution with what every new one has. Throws a 409 where the business may have no more. */
export function createSolution(
  {store, clock}: Sandbox,
  {bizid, tier}: Business,
  {name, type}: Pick<Solution, 'name' | 'type'>,
): Solution {
  const {solutionApis, productModels} = tiers[tier]
  const most = type === 'application' ? solutionApis : productModels
  const held = store.collection(solutions)
  if (held.count({where: {bizid, type}}) >= most) throw conflict('limit')
  if (held.first({bizid, name})) throw conflict('There is a solution of this name already.')
  const id = newId(idLength.solution)
  const created_at = new Date(clock.now()).toISOString()
  const solution = held.put({
    id,
    bizid,
    type,
    name,
    subdomain: type === 'product' ? id : freeSubdomain(store, name),
    created_at,
  })
  for (const entry of servicesFor(type)) if (entry.initial) enableService(store, solution, entry, created_at)
  return solution
}

/** Removes a solution with all that is in it; a product is gone from the applications that it was linked to. */
export function removeSolution(store: Store, {id}: Solution): void {
  store.collection(serviceConfigs).deleteWhere({solution_id: id})
  store.collection(serviceConfigs).deleteWhere({service: id})
  store.collection(eventHandlers).deleteWhere({solution_id: id})
  store.collection(eventHandlers).deleteWhere({service: id})
  store.collection(logLines).deleteWhere({solution_id: id})
  store.collection(solutions).delete(id)
}

function freeSubdomain(store: Store, name: string): string {
  const plain = name.trim().toLowerCase().replaceAll(/\s+/g, '-')
  for (let count = 1; ; count++) {
    const subdomain = count === 1 ? plain : `${plain}-${count}`
    if (!store.collection(solutions).first({subdomain})) return subdomain
  }
}
