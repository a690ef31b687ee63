import {type Product, productColumns, productFilters} from '../../../lib/entitlements/product.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Entitlements.getProductByApplicationUuid',
  summary: 'List the products of an application',
  description: 'Name the application with --filter application_uuid=UUID; without it, all products are listed.',
  request: 'GET /entitlements/products',
  parameters: {
    filter: filters(productFilters),
  },
  reply: list<Product>({columns: productColumns, id: 'uuid', noun: 'products'}),
  examples: [['One application', '--filter application_uuid=0ce471db-1161-5699-9f46-424f6f37538a']],
})
