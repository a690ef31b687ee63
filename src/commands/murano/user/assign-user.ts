import {type HeldRole, heldRoleColumns} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {assignments} from '../../../lib/murano/services/user-schemas.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {shortForm, readAssignment} from '../../../lib/murano/short-forms.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'assignUser',
  arguments: {id: 'USER', roles: shortForm('ROLES...', assignments, true, 'ROLE:NAME=VALUE', readAssignment)},
  reply: list<HeldRole>({columns: heldRoleColumns, id: 'role_id', noun: 'roles', paging: 'none'}),
  examples: [
    ['For one clinic', '1 nurse:clinic=tampa --solution Sandpit'],
    ['As JSON', `1 '{"role_id": "nurse", "parameters": [{"name": "clinic", "value": "tampa"}]}' --solution Sandpit`],
  ],
})
