import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {keystore} from '../../../lib/murano/services/keystore.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: keystore,
  operation: 'clear',
  reply: empty('All keys are deleted.'),
  examples: [['A solution', '--solution Sandpit']],
})
