import {type Role, roleDetails} from '../../../lib/auth/role.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.getRole',
  summary: 'Show one role',
  description: 'Its permissions: commsctl auth roles permissions list',
  request: 'GET /auth/roles/{role_uuid}',
  parameters: {
    role_uuid: uuid('ROLE', 'role to show'),
  },
  reply: object<Role>({columns: roleDetails, id: 'uuid'}),
  examples: [['Name, status and account', '829ec1b9-5346-5b10-8cb0-566d28fb26ab']],
})
