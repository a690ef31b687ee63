import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {websocket} from '../../../lib/murano/services/websocket.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: websocket,
  operation: 'get',
  arguments: {socket_id: 'SOCKET'},
  description: 'Ids of connections are known to scripts only: the event websocket_info has them.',
  reply: empty('The connection is open.'),
  examples: [['The request', '6f1c --server-ip 10.0.0.7 --solution clinic-monitor --dry-run']],
})
