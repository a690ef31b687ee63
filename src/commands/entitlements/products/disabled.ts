import {type DisabledProduct} from '../../../lib/entitlements/product.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {account, filters} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Entitlements.listAccountDisabledProducts',
  summary: 'List the products that are disabled for an account',
  request: 'GET /entitlements/accounts/{account_uuid}/disable/products',
  parameters: {
    account_uuid: account(),
    filter: filters(['product_uuid']),
  },
  reply: list<DisabledProduct>({columns: ['product_uuid'], id: 'product_uuid', noun: 'products', limit: 100}),
  examples: [['For your account', '']],
})
