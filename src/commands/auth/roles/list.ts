import {type Role, roleColumns, roleFilters} from '../../../lib/auth/role.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.listRoles',
  summary: 'List roles',
  request: 'GET /auth/roles',
  parameters: {
    filter: filters(roleFilters),
  },
  reply: list<Role>({columns: roleColumns, id: 'uuid', noun: 'roles'}),
  examples: [
    ['All that you may see', '--all'],
    ['By name', '--filter name=Texting'],
  ],
})
