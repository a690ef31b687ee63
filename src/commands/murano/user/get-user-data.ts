import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {plainText} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'getUserData',
  arguments: {id: 'USER', key: 'KEY'},
  reply: plainText(),
  examples: [['One thing', '1 ward --solution Sandpit']],
})
