import {type DisabledProductType} from '../../../lib/entitlements/product.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {account, filters} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Entitlements.listAccountDisabledProductTypes',
  summary: 'List the product types that are disabled for an account',
  request: 'GET /entitlements/accounts/{account_uuid}/disable/product_types',
  parameters: {
    account_uuid: account(),
    filter: filters(['name']),
  },
  reply: list<DisabledProductType>({columns: ['name'], id: 'name', noun: 'product types', limit: 100}),
  examples: [['For your account', '']],
})
