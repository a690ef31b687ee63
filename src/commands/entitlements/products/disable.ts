import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {undoneBy} from '../../../lib/operation/undo.ts'
import {account, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Entitlements.disableAccountProduct',
  summary: 'Disable a product for an account',
  description: 'Nobody in the account can be entitled to it then. To undo it: commsctl entitlements products enable',
  request: 'POST /entitlements/accounts/{account_uuid}/disable/products',
  parameters: {
    account_uuid: account(),
    product_uuid: uuid('--product', 'product to disable', {required: true}),
  },
  effect: {changes: 'disable the product for', disruptive: true, idempotent: true},
  undo: undoneBy('entitlements products enable'),
  reply: empty('The product is disabled.'),
  examples: [['For your account', '--product c4d7f367-5f4b-5f4e-8086-79b280a0179b']],
})
