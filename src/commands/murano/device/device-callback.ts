import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {device} from '../../../lib/murano/services/device.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: device,
  operation: 'deviceCallback',
  arguments: {request_id: 'REQUEST', code: '--code'},
  description: 'Ids of calls are known to scripts only: the event service_call has them.',
  reply: empty('Answered.'),
  examples: [['The request', `5a0b --code 200 --headers '{}' --message done --solution clinic-monitor --dry-run`]],
})
