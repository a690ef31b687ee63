import {type EndUserRole, roleColumns} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'listRoles',
  reply: list<EndUserRole>({columns: roleColumns, id: 'role_id', noun: 'roles', paging: 'none'}),
  examples: [['All of them', '--solution Sandpit']],
})
