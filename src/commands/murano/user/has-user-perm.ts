import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {permission} from '../../../lib/murano/special-arguments.ts'
import {plainText} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'hasUserPerm',
  arguments: {id: 'USER', perm_id: permission},
  description: 'Prints what the service says when they may; when they may not, it refuses, with exit 4.',
  reply: plainText(),
  examples: [['One endpoint', `1 'GET/fridges/{identity}' --solution Sandpit`]],
})
