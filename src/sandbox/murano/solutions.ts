import {type FastifyRequest} from 'fastify'
import {conflict} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'
import {itemsOf, removeItem} from './contents.ts'
import {devices} from './devices.ts'
import {eventHandlers} from './event-handlers.ts'
import {endpoints} from './endpoints.ts'
import {filesOf, removeFile} from './files.ts'
import {gateways} from './gateways.ts'
import {idLength, newId} from './ids.ts'
import {logLines} from './logs.ts'
import {modules} from './modules.ts'
import {type Business, serviceConfigs, type Solution, solutions, tiers} from './records.ts'
import {enableService} from './service-configs.ts'
import {solutionSettings} from './solution-settings.ts'
import {servicesFor} from './services/catalogue.ts'
import {removeServiceData} from './services/stored-data.ts'
import {callCounts} from './usage.ts'

/**
 * Where a solution answers, as what follows `http://`. Names below one of this machine lead nowhere in many programs, so a
 * sandbox on a port has paths in their place; it takes either.
 */
export function domainOf({host}: FastifyRequest, {type, subdomain}: Solution): string {
  const kind = type === 'product' ? 'm2' : 'apps'
  const isThisMachine = /^(localhost|[\d.]+|\[.*\])(:\d+)?$/.test(host)
  return isThisMachine ? `${host}/${kind}/${subdomain}` : `${subdomain}.${kind}.${host}`
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
  store.collection(gateways).delete(id)
  store.collection(devices).deleteWhere({product_id: id})
  store.collection(callCounts).deleteWhere({solution_id: id})
  store.collection(modules).deleteWhere({solution_id: id})
  store.collection(endpoints).deleteWhere({solution_id: id})
  store.collection(solutionSettings).delete(id)
  for (const file of filesOf(store, id)) removeFile(store, file)
  for (const item of itemsOf(store, id)) removeItem(store, item)
  removeServiceData(store, id)
  store.collection(solutions).delete(id)
}

function freeSubdomain(store: Store, name: string): string {
  const plain = name.trim().toLowerCase().replaceAll(/\s+/g, '-')
  for (let count = 1; ; count++) {
    const subdomain = count === 1 ? plain : `${plain}-${count}`
    if (!store.collection(solutions).first({subdomain})) return subdomain
  }
}
