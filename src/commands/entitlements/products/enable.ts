import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {undoneBy} from '../../../lib/operation/undo.ts'
import {account, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Entitlements.enableAccountProduct',
  summary: 'Enable a product that is disabled for an account',
  request: 'DELETE /entitlements/accounts/{account_uuid}/disable/products/{product_uuid}',
  parameters: {
    account_uuid: account(),
    product_uuid: uuid('PRODUCT', 'product to enable'),
  },
  effect: {changes: 'enable the product'},
  undo: undoneBy('entitlements products disable'),
  reply: empty('The product is enabled.'),
  examples: [['For your account', '4abea01a-2169-5749-9c46-fb7f4f10da6f']],
})
