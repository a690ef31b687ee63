import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {keystore} from '../../../lib/murano/services/keystore.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: keystore,
  operation: 'clear',
  effect: {changes: 'delete all keys of', destructive: true, idempotent: true},
  reply: empty('All keys are deleted.'),
  examples: [['A solution', '--solution Sandpit']],
})
