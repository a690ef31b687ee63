import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {websocket} from '../../../lib/murano/services/websocket.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: websocket,
  operation: 'send',
  arguments: {socket_id: 'SOCKET'},
  description: 'Ids of connections are known to scripts only: the event websocket_info has them.',
  reply: empty('Sent.'),
  examples: [['The request', `6f1c --message 'The refrigerator is warm.' --solution clinic-monitor --dry-run`]],
})
