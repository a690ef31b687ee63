import {solution} from '../../../lib/murano/parameters.ts'
import {roleArgument} from '../../../lib/murano/people.ts'
import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {shownBy} from '../../../lib/operation/consequences.ts'
import getRole from './get.ts'

export default operation({
  operation: 'Murano.role.delete',
  summary: 'Delete a role; users lose it',
  request: {line: 'DELETE /solution/{id}/role/{role_id}', host: 'murano', auth: 'murano'},
  parameters: {id: solution(), role_id: roleArgument('role to delete')},
  effect: {changes: 'delete the role', destructive: true},
  consequences: shownBy(getRole),
  reply: empty('Deleted.'),
  examples: [],
})
