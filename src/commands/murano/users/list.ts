import {solution} from '../../../lib/murano/parameters.ts'
import {type SolutionUser, solutionUserColumns} from '../../../lib/murano/solution-user.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default operation({
  operation: 'Murano.solutionuser.list',
  summary: 'List the users of an application',
  description: 'The operations of its user service do more: commsctl murano user --help',
  request: {line: 'GET /solution/{id}/user', host: 'murano', auth: 'murano'},
  parameters: {id: solution()},
  reply: list<SolutionUser>({columns: solutionUserColumns, id: 'id', noun: 'users', paging: 'none'}),
  examples: [['All users', '--solution clinic-monitor']],
})
