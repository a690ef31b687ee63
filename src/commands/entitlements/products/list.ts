import {type Product, productColumns, productFilters} from '../../../lib/entitlements/product.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Entitlements.getProducts',
  summary: 'List products',
  request: 'GET /entitlements/products',
  parameters: {
    filter: filters(productFilters),
  },
  reply: list<Product>({columns: productColumns, id: 'uuid', noun: 'products'}),
  examples: [
    ['All of them', '--all'],
    ['Those of one type', '--filter type=cwa_curbside'],
  ],
})
