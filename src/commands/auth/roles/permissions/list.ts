import {type Permission, permissionColumns, permissionFilters} from '../../../../lib/auth/permission.ts'
import {operation} from '../../../../lib/operation.ts'
import {list} from '../../../../lib/operation/declaration.ts'
import {filters, uuid} from '../../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.listRolePermissions',
  summary: 'List the permissions of a role',
  request: 'GET /auth/roles/{role_uuid}/permissions',
  parameters: {
    role_uuid: uuid('ROLE', 'role to look into'),
    filter: filters(permissionFilters),
  },
  reply: list<Permission>({columns: permissionColumns, id: 'uuid', noun: 'permissions'}),
  examples: [
    ['All of them', '829ec1b9-5346-5b10-8cb0-566d28fb26ab --all'],
    ['Those on one kind of resource', '829ec1b9-5346-5b10-8cb0-566d28fb26ab --filter resource_type=sms'],
  ],
})
