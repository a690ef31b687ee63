import {type Permission, permissionColumns, permissionFilters} from '../../../lib/auth/permission.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.listPermissions',
  summary: 'List permissions',
  request: 'GET /auth/permissions',
  parameters: {
    filter: filters(permissionFilters),
  },
  reply: list<Permission>({columns: permissionColumns, id: 'uuid', noun: 'permissions'}),
  examples: [
    ['All of them', '--all'],
    ['Those on one kind of resource', '--filter resource_type=account'],
  ],
})
