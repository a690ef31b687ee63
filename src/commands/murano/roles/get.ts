import {solution} from '../../../lib/murano/parameters.ts'
import {type Role} from '../../../lib/murano/role.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Murano.role.get',
  summary: 'Show a role',
  request: {line: 'GET /solution/{id}/role/{role_id}', host: 'murano', auth: 'murano'},
  parameters: {id: solution(), role_id: text('ROLE', 'role to show')},
  reply: object<Role>({columns: ['role_id', 'parameter'], id: 'role_id'}),
  examples: [],
})
