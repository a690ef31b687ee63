import {type JsonObject} from '../../lib/client/wire.ts'
import {notFound} from '../refusal.ts'
import {type Store} from '../store.ts'
import {newHexId} from './ids.ts'
import {type ServiceConfig, serviceConfigs, type Solution} from './records.ts'
import {type CatalogueEntry} from './services/catalogue.ts'

/** Lets a solution use a service. */
export function enableService(
  store: Store,
  solution: Solution,
  {alias, name}: Pick<CatalogueEntry, 'alias' | 'name'>,
  created_at: string,
  {id = newHexId(), script_key}: Partial<Pick<ServiceConfig, 'id' | 'script_key'>> = {},
): ServiceConfig {
  return store.collection(serviceConfigs).put({
    id,
    solution_id: solution.id,
    name,
    alias: `${solution.id}_${alias}`,
    service: alias,
    ...(script_key !== undefined && {script_key}),
    status: 'ready',
    created_at,
    parameters: firstParameters(solution, alias),
    triggers: alias === 'device' ? {pid: []} : {},
  })
}

function firstParameters({bizid}: Solution, alias: string): JsonObject {
  if (alias === 'device') return {pid: []}
  return alias === 'device2' ? {bizid} : {}
}

/** The configuration of a service in a solution: by its id, or by the service, or by both in one. Throws a 404. */
export function mustFindConfig(store: Store, solution: Solution, name: string): ServiceConfig {
  const found = configsOf(store, solution).find(
    ({id, service, alias}) => id === name || service === name || alias === name,
  )
  if (!found) throw notFound(`Service configuration ${name}`)
  return found
}

export function configsOf(store: Store, {id: solution_id}: Pick<Solution, 'id'>): ServiceConfig[] {
  return store.collection(serviceConfigs).find({where: {solution_id}})
}

/** What lists and replies to changes show of one. */
export function configView({id, name, alias, service, script_key, status, created_at, solution_id}: ServiceConfig) {
  return {id, name, alias, service, ...(script_key !== undefined && {script_key}), status, created_at, solution_id}
}

/** The applications that a product is linked to. */
export function linkedApplications(store: Store, productId: string): string[] {
  const links = store.collection(serviceConfigs).find({where: {service: productId}})
  return links.map(({solution_id}) => solution_id)
}
