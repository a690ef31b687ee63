import {type ResourceState} from '../../../../lib/murano/device.ts'
import {knownDevice} from '../../../../lib/murano/device-parameters.ts'
import {product} from '../../../../lib/murano/parameters.ts'
import {operation} from '../../../../lib/operation.ts'
import {object} from '../../../../lib/operation/declaration.ts'

export default operation({
  operation: 'Murano.device.state.get',
  summary: 'Show what a device has reported, and what it is told',
  request: {line: 'GET /service/{product_id}/device2/identity/{identity}/state', host: 'murano', auth: 'murano'},
  parameters: {product_id: product(), identity: knownDevice('device to show')},
  reply: object<Record<string, ResourceState>>({columns: []}),
  examples: [
    ['Everything', 'fridge-01 --product fridge'],
    ['One value', 'fridge-01 --product fridge --jq .temperature.reported'],
  ],
})
