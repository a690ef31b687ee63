import {type Role, roleColumns} from '../../../lib/auth/role.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.listPermissionRoles',
  summary: 'List the roles that hold a permission',
  request: 'GET /auth/permissions/{permission_uuid}/roles',
  parameters: {
    permission_uuid: uuid('PERMISSION', 'permission to look for'),
    filter: filters(['name']),
  },
  reply: list<Role>({columns: roleColumns, id: 'uuid', noun: 'roles'}),
  examples: [['Roles that may send texts', '635daa03-20e2-5235-9cff-68df15253cca']],
})
