import {type EndPointPermission} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'listPerms',
  reply: list<EndPointPermission>({columns: ['method', 'end_point'], noun: 'permissions', paging: 'none'}),
  examples: [['All of them', '--solution Sandpit']],
})
