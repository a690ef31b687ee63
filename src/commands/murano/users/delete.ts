import {solution} from '../../../lib/murano/parameters.ts'
import {userArgument} from '../../../lib/murano/people.ts'
import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {shownBy} from '../../../lib/operation/consequences.ts'
import getUser from './get.ts'

export default operation({
  operation: 'Murano.solutionuser.delete',
  summary: 'Delete a user of an application',
  request: {line: 'DELETE /solution/{id}/user/{user}', host: 'murano', auth: 'murano'},
  parameters: {id: solution(), user: userArgument()},
  effect: {changes: 'delete the user', destructive: true},
  consequences: shownBy(getUser),
  reply: empty('Deleted.'),
  examples: [],
})
