import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {plainText} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'activateUser',
  arguments: {code: 'CODE'},
  reply: plainText(),
  examples: [['The request', '0f3a9c --solution Sandpit --dry-run']],
})
