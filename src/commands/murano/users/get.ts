import {solution} from '../../../lib/murano/parameters.ts'
import {type SolutionUser, solutionUserColumns} from '../../../lib/murano/solution-user.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Murano.solutionuser.get',
  summary: 'Show a user of an application',
  request: {line: 'GET /solution/{id}/user/{user}', host: 'murano', auth: 'murano'},
  parameters: {id: solution(), user: text('USER', 'id of the user')},
  reply: object<SolutionUser>({columns: solutionUserColumns, id: 'id'}),
  examples: [],
})
