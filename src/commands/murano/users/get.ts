import {solution} from '../../../lib/murano/parameters.ts'
import {userArgument} from '../../../lib/murano/people.ts'
import {type SolutionUser, solutionUserColumns} from '../../../lib/murano/solution-user.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default operation({
  operation: 'Murano.solutionuser.get',
  summary: 'Show a user of an application',
  request: {line: 'GET /solution/{id}/user/{user}', host: 'murano', auth: 'murano'},
  parameters: {id: solution(), user: userArgument()},
  reply: object<SolutionUser>({columns: solutionUserColumns, id: 'id'}),
  examples: [],
})
