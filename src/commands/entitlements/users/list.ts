import {type Entitlement, entitlementColumns} from '../../../lib/entitlements/entitlement.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {text, user, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Entitlements.getUserEntitlementsV2',
  also: ['Entitlements.getUserEntitlements'],
  summary: 'List the entitlements of a user',
  description: 'The service selects by the flags below and by nothing else; for other fields, there is --where.',
  request: 'GET /entitlements/users/{user_uuid}/entitlements',
  parameters: {
    user_uuid: user(),
    account_uuid: uuid('--account', 'account that they are of'),
    product_type: text('--product-type', 'type of product that they are for'),
    status: text('--status', 'where they are, such as pending or active'),
    product_uuid: uuid('--product', 'product that they are for'),
    include: text('--include', 'what else to put into each, such as product'),
  },
  reply: list<Entitlement>({columns: entitlementColumns, id: 'uuid', noun: 'entitlements'}),
  examples: [
    ['Yours', ''],
    ['Those that wait to be activated', '--status pending -o id'],
    ['By the name of the product', '--include product --where name="Curbside pickup"'],
  ],
})
