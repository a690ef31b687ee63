import {type HeldRole, heldRoleColumns} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'deassignUserParamName',
  arguments: {id: 'USER', role_id: 'ROLE', parameter_name: 'PARAMETER'},
  reply: list<HeldRole>({columns: heldRoleColumns, id: 'role_id', noun: 'roles', paging: 'none'}),
  examples: [['All clinics', '1 nurse clinic --solution Sandpit']],
})
