import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {account, text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Entitlements.enableAccountProductType',
  summary: 'Enable a product type that is disabled for an account',
  request: 'DELETE /entitlements/accounts/{account_uuid}/disable/product_types/{product_type}',
  parameters: {
    account_uuid: account(),
    product_type: text('PRODUCT_TYPE', 'product type to enable'),
  },
  effect: {changes: 'enable the product type'},
  undo: ({account_uuid, product_type}) => ({
    command: 'entitlements product-types disable',
    values: {account_uuid, name: product_type},
  }),
  reply: empty('The product type is enabled.'),
  examples: [['For your account', 'cwa_broadcast']],
})
