import {type Role, roleColumns, roleFilters} from '../../../lib/auth/role.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters, user} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.listRolesForUser',
  summary: 'List the roles of a user',
  description: 'Those of all groups that the user is in.',
  request: 'GET /auth/users/{user_uuid}/roles',
  parameters: {
    user_uuid: user(),
    filter: filters(roleFilters),
  },
  reply: list<Role>({columns: roleColumns, id: 'uuid', noun: 'roles'}),
  examples: [
    ['Your own', ''],
    ['Those of another user', '--user cdb115b0-99b0-5c62-8bcc-f93edb821bb6'],
  ],
})
