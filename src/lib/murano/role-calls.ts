import {operation} from '../operation.ts'
import {list} from '../operation/declaration.ts'
import {solution} from './parameters.ts'
import {type Role} from './role.ts'

/** Also what says which roles there are, where there is none of a name. */
export const listRoles = operation({
  operation: 'Murano.role.list',
  summary: 'List the roles that users of an application can have',
  request: {line: 'GET /solution/{id}/role', host: 'murano', auth: 'murano'},
  parameters: {id: solution()},
  reply: list<Role>({columns: ['role_id', 'parameter'], id: 'role_id', noun: 'roles', paging: 'none'}),
  examples: [['All roles', '--solution clinic-monitor']],
})
