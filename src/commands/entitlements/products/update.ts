import {wholeBody} from '../../../lib/body-parameter.ts'
import {type Product, productColumns, productFields} from '../../../lib/entitlements/product.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import getProduct from './get.ts'

export default operation({
  operation: 'Entitlements.updateProduct',
  summary: 'Change a product',
  description: 'Name only what is to change: the product is read first, and your changes are laid over it.',
  request: 'PUT /entitlements/products/{product_uuid}',
  parameters: {
    product_uuid: uuid('PRODUCT', 'product to change'),
    body: wholeBody('what to change', {fields: productFields}),
  },
  effect: {changes: 'change the product', replaces: true},
  current: (caller, {product_uuid}) => caller.call(getProduct, {product_uuid}),
  reply: object<Product>({columns: productColumns, id: 'uuid'}),
  examples: [
    ['Another name', '35617c9f-4f7b-5e88-9a50-d62de43e9954 -F name="Kerbside pickup"'],
    ['Not offered any more', '35617c9f-4f7b-5e88-9a50-d62de43e9954 -F active=false'],
  ],
})
