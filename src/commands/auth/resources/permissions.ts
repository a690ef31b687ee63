import {type PermissionAccess, permissionAccessColumns} from '../../../lib/auth/resource-access.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.listAccessByPermissions',
  summary: 'List the permissions held on a resource',
  request: 'GET /auth/resources/{resource_uuid}/permissions/access',
  parameters: {
    resource_uuid: uuid('RESOURCE', 'resource to look at'),
  },
  reply: list<PermissionAccess>({columns: permissionAccessColumns, noun: 'permissions'}),
  examples: [['What somebody may do to it', 'cca839d3-8075-5f80-b7ce-d59cc980a7b3']],
})
