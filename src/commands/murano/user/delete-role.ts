import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {plainText} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'deleteRole',
  arguments: {role_id: 'ROLE'},
  reply: plainText(),
  examples: [['One of them', 'nurse --solution Sandpit']],
})
