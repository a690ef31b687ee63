import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {type KeyValue} from '../../../lib/murano/keystore-value.ts'
import {keystore} from '../../../lib/murano/services/keystore.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: keystore,
  operation: 'get',
  arguments: {key: 'KEY'},
  reply: object<KeyValue>({columns: ['value'], id: 'value'}),
  examples: [
    ['One key', 'greeting --solution clinic-monitor'],
    ['The value alone', 'greeting --solution clinic-monitor --jq .value'],
  ],
})
