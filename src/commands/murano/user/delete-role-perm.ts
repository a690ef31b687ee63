import {type EndPointPermission} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {permission} from '../../../lib/murano/special-arguments.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'deleteRolePerm',
  arguments: {role_id: 'ROLE', perm_id: permission},
  reply: list<EndPointPermission>({columns: ['method', 'end_point'], noun: 'permissions', paging: 'none'}),
  examples: [['One endpoint', `nurse 'GET/fridges/{identity}' --solution Sandpit`]],
})
