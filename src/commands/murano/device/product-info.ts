import {type ProductInfo} from '../../../lib/murano/one-platform.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {device} from '../../../lib/murano/services/device.ts'
import {pid} from '../../../lib/murano/special-arguments.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: device,
  operation: 'productInfo',
  arguments: {pid: pid},
  description: 'The product must be among the pid of the device service of the solution.',
  reply: object<ProductInfo>({columns: ['id', 'label', 'endpoint', 'rid'], id: 'id'}),
  examples: [['The request for a product', 'fridge --solution clinic-monitor --dry-run']],
})
