import {entitlements} from '../entitlements/entitlements.ts'
import {banId, productBans, products, productTypeBans} from '../entitlements/products.ts'
import {loadable} from '../loading/loadable.ts'
import {free, id, text, yesOrNo} from '../loading/schemas.ts'
import {accounts, identities} from '../records.ts'

/** What of the entitlement service can be loaded. */
export const entitlementCollections = {
  products: loadable(products, {
    fields: {uuid: id, name: text, type: text, application_uuid: id, active: yesOrNo},
    required: ['name', 'type', 'application_uuid'],
    defaults: {active: true},
  }),
  entitlements: loadable(entitlements, {
    fields: {
      ...{uuid: id, account_uuid: id, user_uuid: id, product_uuid: id},
      ...{status: {enum: ['pending', 'active']}, metadata: free, product: free},
    },
    required: ['account_uuid', 'user_uuid', 'product_uuid'],
    defaults: {status: 'active', metadata: {}},
    refers: {account_uuid: accounts, user_uuid: identities, product_uuid: products},
  }),
  disabled_products: loadable(productBans, {
    fields: {id: text, account_uuid: id, product_uuid: id},
    required: ['account_uuid', 'product_uuid'],
    complete: ({account_uuid = '', product_uuid = ''}) => ({id: banId(account_uuid, product_uuid)}),
    refers: {account_uuid: accounts, product_uuid: products},
  }),
  disabled_product_types: loadable(productTypeBans, {
    fields: {id: text, account_uuid: id, name: text},
    required: ['account_uuid', 'name'],
    complete: ({account_uuid = '', name = ''}) => ({id: banId(account_uuid, name)}),
    refers: {account_uuid: accounts},
  }),
}
