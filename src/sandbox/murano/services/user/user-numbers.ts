import {type Store} from '../../../store.ts'
import {type EndUser} from './records.ts'

/** Counted, so that the number of somebody who is gone does not come back. */
export function nextNumber(store: Store, solutionId: string): string {
  const number = lastNumber(store, solutionId) + 1
  store.setSetting(settingOf(solutionId), number)
  return String(number)
}

/** For a user who did not get the number here. */
export function countUser(store: Store, {solution_id, number}: EndUser): void {
  store.setSetting(settingOf(solution_id), Math.max(Number(number), lastNumber(store, solution_id)))
}

function lastNumber(store: Store, solutionId: string): number {
  return store.setting<number>(settingOf(solutionId)) ?? 0
}

function settingOf(solutionId: string): string {
  return `murano_last_user:${solutionId}`
}
