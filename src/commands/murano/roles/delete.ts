import {solution} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'
import {shownBy} from '../../../lib/operation/consequences.ts'
import getRole from './get.ts'

export default operation({
  operation: 'Murano.role.delete',
  summary: 'Delete a role; users lose it',
  request: {line: 'DELETE /solution/{id}/role/{role_id}', host: 'murano', auth: 'murano'},
  parameters: {id: solution(), role_id: text('ROLE', 'role to delete')},
  effect: {changes: 'delete the role', destructive: true},
  consequences: shownBy(getRole),
  reply: empty('Deleted.'),
  examples: [],
})
