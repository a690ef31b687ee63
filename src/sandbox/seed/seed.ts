import {allAreas} from '../areas.ts'
import {type Store} from '../store.ts'

export const defaultNumbers = 5000

/** Puts a fresh sandbox's records into an empty store: the same on each machine. */
export function seed(store: Store, numbers: number): void {
  for (const area of allAreas) area.seed?.(store, numbers)
}
