import {type JsonObject} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {type Schema} from '../schema.ts'
import {type Product} from './product.ts'

/** A user's right to use a product. */
export interface Entitlement {
  uuid: string
  user_uuid: string
  account_uuid: string
  product_uuid: string
  /** `pending` until it is activated, then `active`. */
  status: string
  metadata: JsonObject
  /** There when asked for. */
  product?: Product
}

/** What a table of entitlements shows. */
export const entitlementColumns: readonly ColumnSpec<Entitlement>[] = ['uuid', 'user_uuid', 'product_uuid', 'status']

/** What is shown of one entitlement. */
export const entitlementDetails: readonly ColumnSpec<Entitlement>[] = [
  ...entitlementColumns,
  'account_uuid',
  'metadata',
]

/** Fields of entitlements that lists of an account can be filtered by. */
export const entitlementFilters = ['user_uuid', 'product_uuid', 'status'] as const

/** An entitlement that is to be granted. */
export const grantSchema: Schema = {
  type: 'object',
  properties: {
    account_uuid: {type: 'string', format: 'uuid', description: 'account of the user'},
    user_uuid: {type: 'string', format: 'uuid', description: 'user who gets it'},
    product_uuid: {type: 'string', format: 'uuid', description: 'product that it is for'},
    metadata: {type: 'object', description: 'anything of your own'},
  },
  required: ['account_uuid', 'user_uuid', 'product_uuid'],
}
