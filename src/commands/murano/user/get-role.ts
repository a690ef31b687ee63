import {type EndUserRole, roleColumns} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'getRole',
  arguments: {role_id: 'ROLE'},
  reply: object<EndUserRole>({columns: roleColumns, id: 'role_id'}),
  examples: [['One of them', 'nurse --solution Sandpit']],
})
