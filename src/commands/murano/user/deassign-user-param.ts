import {type HeldRole, heldRoleColumns} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'deassignUserParam',
  arguments: {id: 'USER', role_id: 'ROLE', parameter_name: 'PARAMETER', parameter_value: 'VALUE'},
  reply: list<HeldRole>({columns: heldRoleColumns, id: 'role_id', noun: 'roles', paging: 'none'}),
  examples: [['One clinic', '1 nurse clinic venice --solution Sandpit']],
})
