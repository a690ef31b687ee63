import {type Product, productColumns} from '../../../lib/entitlements/product.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Entitlements.getProduct',
  summary: 'Show one product',
  request: 'GET /entitlements/products/{product_uuid}',
  parameters: {
    product_uuid: uuid('PRODUCT', 'product to show'),
  },
  reply: object<Product>({columns: productColumns, id: 'uuid'}),
  examples: [['What it is', '35617c9f-4f7b-5e88-9a50-d62de43e9954']],
})
