import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {permission} from '../../../lib/murano/special-arguments.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'deletePerm',
  arguments: {perm_id: permission},
  reply: empty('Deleted.'),
  examples: [['One endpoint', `'GET/fridges/{identity}' --solution Sandpit`]],
})
