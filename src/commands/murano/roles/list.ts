import {solution} from '../../../lib/murano/parameters.ts'
import {type Role} from '../../../lib/murano/role.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default operation({
  operation: 'Murano.role.list',
  summary: 'List the roles that users of an application can have',
  request: {line: 'GET /solution/{id}/role', host: 'murano', auth: 'murano'},
  parameters: {id: solution()},
  reply: list<Role>({columns: ['role_id', 'parameter'], id: 'role_id', noun: 'roles', paging: 'none'}),
  examples: [['All roles', '--solution clinic-monitor']],
})
