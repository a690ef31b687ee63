import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {account, text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Entitlements.disableAccountProductType',
  summary: 'Disable a product type for an account',
  description:
    'Nobody in the account can be entitled to products of the type then. To undo it: commsctl entitlements product-types ' +
    'enable',
  request: 'POST /entitlements/accounts/{account_uuid}/disable/product_types',
  parameters: {
    account_uuid: account(),
    name: text('--name', 'product type to disable', {required: true}),
  },
  effect: {changes: 'disable the product type for', disruptive: true, idempotent: true},
  undo: ({account_uuid, name}) => ({
    command: 'entitlements product-types enable',
    values: {account_uuid, product_type: name},
  }),
  reply: empty('The product type is disabled.'),
  examples: [['For your account', '--name cwa_curbside']],
})
