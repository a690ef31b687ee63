import {type CollectionSpec} from './collection.ts'
import {type Store} from './store.ts'

/**
 * What the sandbox knows of a part of the platform when it is opened. Its routes (area-routes.ts) and what of it can be
 * loaded (loading/areas.ts) are loaded only when they are needed.
 */
export interface Area {
  /** Puts into an empty store what a fresh sandbox has of it; `numbers` is how many there are in the inventory. */
  readonly seed?: (store: Store, numbers: number) => void
  /** Removes what goes with a user that is deleted. */
  readonly removeUser?: Removal
  /** Removes what goes with an account that is deleted; its users are gone by then. */
  readonly removeAccount?: Removal
}

export type Removal = (store: Store, uuid: string) => void

/** Removes the records of collections that have the uuid in that field. */
export function recordsWith(field: string, ...specs: readonly CollectionSpec<never>[]): Removal {
  return (store, uuid) => {
    for (const spec of specs) store.collection(spec).deleteWhere({[field]: uuid})
  }
}

/** Does several of them. */
export function all(...removals: readonly Removal[]): Removal {
  return (store, uuid) => {
    for (const remove of removals) remove(store, uuid)
  }
}
