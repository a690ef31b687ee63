import {type CollectionSpec} from '../collection.ts'
import {type Sandbox} from '../sandbox.ts'
import {type ServiceConfig} from './records.ts'

/** Calls of one service in one solution on one day. */
interface CallCount {
  /** `CONFIG:DAY`. */
  id: string
  config_id: string
  solution_id: string
  /** As ISO 8601 has it. */
  day: string
  calls: number
}

export const callCounts: CollectionSpec<CallCount> = {
  name: 'murano_call_counts',
  id: 'id',
  indexes: ['config_id', 'solution_id'],
}

export function countCall({store, clock}: Sandbox, {id: config_id, solution_id}: ServiceConfig): void {
  const day = new Date(clock.now()).toISOString().slice(0, 10)
  const id = `${config_id}:${day}`
  store.transaction(() => {
    const counts = store.collection(callCounts)
    counts.put({id, config_id, solution_id, day, calls: (counts.get(id)?.calls ?? 0) + 1})
  })
}

/** Calls of today, of this month, and of all time. */
export function callsOf({store, clock}: Sandbox, {id: config_id}: ServiceConfig) {
  const today = new Date(clock.now()).toISOString().slice(0, 10)
  const counts = store.collection(callCounts).find({where: {config_id}})
  const sum = (prefix: string) =>
    counts.filter(({day}) => day.startsWith(prefix)).reduce((total, {calls}) => total + calls, 0)
  return {daily: sum(today), monthly: sum(today.slice(0, 7)), total: sum('')}
}
