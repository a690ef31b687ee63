import {solution} from '../../../lib/murano/parameters.ts'
import {roleArgument} from '../../../lib/murano/people.ts'
import {type Role} from '../../../lib/murano/role.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default operation({
  operation: 'Murano.role.get',
  summary: 'Show a role',
  request: {line: 'GET /solution/{id}/role/{role_id}', host: 'murano', auth: 'murano'},
  parameters: {id: solution(), role_id: roleArgument('role to show')},
  reply: object<Role>({columns: ['role_id', 'parameter'], id: 'role_id'}),
  examples: [],
})
