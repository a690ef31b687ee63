import {type EndPointPermission} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'listRolePerms',
  arguments: {role_id: 'ROLE'},
  reply: list<EndPointPermission>({columns: ['method', 'end_point'], noun: 'permissions', paging: 'none'}),
  examples: [['Of one role', 'nurse --solution Sandpit']],
})
