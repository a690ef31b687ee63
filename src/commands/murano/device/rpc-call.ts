import {type RpcAnswer} from '../../../lib/murano/one-platform.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {device} from '../../../lib/murano/services/device.ts'
import {pid} from '../../../lib/murano/special-arguments.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: device,
  operation: 'rpcCall',
  arguments: {pid: pid, calls: '--calls'},
  description: 'The product must be among the pid of the device service of the solution.',
  reply: list<RpcAnswer>({columns: ['id', 'status', 'result', 'error'], id: 'id', noun: 'answers', paging: 'none'}),
  examples: [
    [
      'The request for one value',
      `fridge --calls '{"id": 1, "procedure": "read", "arguments": [{"alias": "temperature"}, {}]}' --solution clinic-monitor --dry-run`,
    ],
  ],
})
