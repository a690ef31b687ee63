import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {keystore} from '../../../lib/murano/services/keystore.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: keystore,
  operation: 'delete',
  arguments: {key: 'KEY'},
  reply: empty('Deleted.'),
  examples: [['One key', 'greeting --solution Sandpit']],
})
