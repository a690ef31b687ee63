import {type CollectionSpec} from '../../../collection.ts'
import {type Entry} from './slot.ts'

interface StoredEntry extends Entry {
  /** `SOLUTION:KEY`. */
  id: string
  solution_id: string
  key: string
}

export const entries: CollectionSpec<StoredEntry> = {name: 'murano_keystore', id: 'id', indexes: ['solution_id']}
