import {type Role, roleColumns} from '../../../../lib/auth/role.ts'
import {operation} from '../../../../lib/operation.ts'
import {list} from '../../../../lib/operation/declaration.ts'
import {filters, uuid} from '../../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.listUserGroupRoles',
  summary: 'List the roles of a user group',
  request: 'GET /auth/user-groups/{user_group_uuid}/roles',
  parameters: {
    user_group_uuid: uuid('GROUP', 'group to look at'),
    filter: filters(['name']),
  },
  reply: list<Role>({columns: roleColumns, id: 'uuid', noun: 'roles'}),
  examples: [['What its members may do', 'b4d68503-7935-51b8-8d8e-a116b79bb746']],
})
