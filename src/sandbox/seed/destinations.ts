import {destinationRecords} from '../areas/destinations.ts'
import {seededAccess, seededNeighbour} from '../seeded-access.ts'
import {type Store} from '../store.ts'

const places: readonly [id: number, name: string, accountUuid: string][] = [
  [4101, 'Front desk', seededAccess.accountUuid],
  [4102, 'Billing', seededAccess.accountUuid],
  [4103, 'Emergencies after hours', seededAccess.accountUuid],
  [4201, 'Sales', seededNeighbour.accountUuid],
]

/** Destinations of the default account, and one of its neighbour. */
export function seedDestinations(store: Store): void {
  for (const [id, name, account_uuid] of places) store.collection(destinationRecords).put({id, name, account_uuid})
}
