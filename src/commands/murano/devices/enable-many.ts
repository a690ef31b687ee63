import {expiry} from '../../../lib/murano/expiry.ts'
import {product} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {file} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Murano.device.enable.batch',
  summary: 'Let all devices of a CSV file in',
  description:
    'Its first line is “ID” or “ID, SSL Client Certificate”, each other one a device. It is sent while it is read.',
  request: {line: 'POST /service/{product_id}/device2/identities', host: 'murano', auth: 'murano', body: 'multipart'},
  parameters: {product_id: product(), identities: file('FILE', 'CSV file with the devices'), expire: expiry()},
  effect: {changes: 'enable the devices of', idempotent: true},
  reply: empty('The devices are enabled.'),
  examples: [],
})
