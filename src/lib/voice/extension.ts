import {type JsonObject} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'

/** A short number inside an account, and whose it is. */
export interface Extension {
  uuid: string
  number: string
  name: string
  account_uuid: string
  user_uuid: string | null
  /** There when asked for. */
  channels?: JsonObject[]
  /** There when asked for. */
  metadata?: JsonObject
}

export const extensionColumns: readonly ColumnSpec<Extension>[] = ['uuid', 'number', 'name', 'user_uuid']
