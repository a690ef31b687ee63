import {groupColumns, type UserGroup} from '../../../lib/auth/user-group.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.listRoleUserGroups',
  summary: 'List the user groups that hold a role',
  request: 'GET /auth/roles/{role_uuid}/user-groups',
  parameters: {
    role_uuid: uuid('ROLE', 'role to look for'),
    filter: filters(['name']),
  },
  reply: list<UserGroup>({columns: groupColumns, id: 'uuid', noun: 'groups'}),
  examples: [['Who has it', '829ec1b9-5346-5b10-8cb0-566d28fb26ab']],
})
