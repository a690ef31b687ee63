import {type Store} from '../store.ts'
import {purchases} from './exchange.ts'
import {type Business, businesses, memberships, solutions, tiers} from './records.ts'
import {removeSolution} from './solutions.ts'

/** What a business pays for, and what it may have. */
export function overviewOf({tier}: Business) {
  const {price, solutionApis, productModels} = tiers[tier]
  return {
    billing: {terms: 0, balance: 0, overdue: 0},
    tier: {
      id: tier,
      price,
      domains: 0,
      ssl: price > 0,
      rebrand: price > 0,
      billing: price > 0,
      multisolution: solutionApis > 1,
      phonesupport: price > 0,
      enableMurano: true,
      enableProjects: true,
    },
    accountManager: {},
    accountLimits: {
      teamMembers: solutionApis * 5,
      solutionApis,
      productModels,
      perModelDevices: 1000,
      perApiUsers: 1000,
    },
  }
}

/** Removes a business with all that is in it. */
export function removeBusiness(store: Store, bizid: string): void {
  for (const solution of store.collection(solutions).find({where: {bizid}})) removeSolution(store, solution)
  store.collection(purchases).deleteWhere({bizid})
  store.collection(memberships).deleteWhere({bizid})
  store.collection(businesses).delete(bizid)
}
