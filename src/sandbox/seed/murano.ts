import {namedHexId} from '../murano/ids.ts'
import {
  type Business,
  businesses,
  type MemberRole,
  memberships,
  persons,
  type Solution,
  solutions,
} from '../murano/records.ts'
import {seededGuest, seededMurano, seededStranger, seededTwoFactor} from '../murano/seeded.ts'
import {enableService} from '../murano/service-configs.ts'
import {type CatalogueEntry, servicesFor} from '../murano/services/catalogue.ts'
import {seedDevices} from './murano-devices.ts'
import {seedExchange} from './murano-exchange.ts'
import {seedScripts} from './murano-scripts.ts'
import {setPassword} from '../passwords.ts'
import {type Store} from '../store.ts'

const created_at = '2025-01-20T15:00:00.000Z'

/** A business with a product, an application that it is linked to, and another; and who may do what there. */
export function seedMurano(store: Store): void {
  const business: Business = {bizid: seededMurano.businessId, name: 'Sunrise Dental', tier: 'professional'}
  store.collection(businesses).put(business)
  seedPersons(store, business)
  const [application, , product] = seedSolutions(store, business)
  const link = {id: namedHexId(`link ${application.id} ${product.id}`), script_key: product.name}
  enableService(store, application, {alias: product.id, name: product.name}, created_at, link)
  seedDevices(store, product.id)
  seedScripts(store, application.id)
  seedExchange(store, business.bizid)
}

/** For a sandbox that was made before there was Murano in it. */
export function upgradeMurano(store: Store): void {
  if (store.collection(persons).count() > 0) return
  store.transaction(() => {
    // Another process may have been faster.
    if (store.collection(persons).count() === 0) seedMurano(store)
  })
}

function seedPersons(store: Store, {bizid}: Business): void {
  for (const person of [seededMurano, seededGuest, seededStranger, seededTwoFactor]) {
    const {email, name, password} = person
    store.collection(persons).put({email, name, two_factor: person === seededTwoFactor})
    setPassword(store, email, password, email)
  }
  const roles: [email: string, role: MemberRole][] = [
    [seededMurano.email, 'owner'],
    [seededTwoFactor.email, 'admin'],
    [seededGuest.email, 'guest'],
  ]
  for (const [email, role] of roles) store.collection(memberships).put({id: `${bizid}:${email}`, bizid, email, role})
}

function seedSolutions(store: Store, {bizid}: Business): [Solution, Solution, Solution] {
  const {applicationId, otherApplicationId, productId} = seededMurano
  const common = {bizid, created_at}
  const application: Solution = {
    ...{id: applicationId, type: 'application', name: 'clinic-monitor', subdomain: 'clinic-monitor'},
    ...common,
  }
  const other: Solution = {
    ...{id: otherApplicationId, type: 'application', name: 'Sandpit', subdomain: 'sandpit'},
    ...common,
  }
  const product: Solution = {...{id: productId, type: 'product', name: 'fridge', subdomain: productId}, ...common}
  const used = new Set(['device', 'timeseries', 'twilio'])
  seedSolution(store, application, ({alias, initial}) => initial || used.has(alias))
  for (const solution of [other, product]) seedSolution(store, solution, ({initial}) => initial)
  return [application, other, product]
}

function seedSolution(store: Store, solution: Solution, uses: (entry: CatalogueEntry) => boolean): void {
  store.collection(solutions).put(solution)
  for (const entry of servicesFor(solution.type).filter(uses)) {
    enableService(store, solution, entry, created_at, {id: namedHexId(`${entry.alias} of ${solution.id}`)})
  }
}
