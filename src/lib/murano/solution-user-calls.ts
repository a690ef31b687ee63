import {operation} from '../operation.ts'
import {list} from '../operation/declaration.ts'
import {solution} from './parameters.ts'
import {type SolutionUser, solutionUserColumns} from './solution-user.ts'

/** Also what says which users there are, where there is none of an id. */
export const listSolutionUsers = operation({
  operation: 'Murano.solutionuser.list',
  summary: 'List the users of an application',
  description: 'The operations of its user service do more: commsctl murano user --help',
  request: {line: 'GET /solution/{id}/user', host: 'murano', auth: 'murano'},
  parameters: {id: solution()},
  reply: list<SolutionUser>({columns: solutionUserColumns, id: 'id', noun: 'users', paging: 'none'}),
  examples: [['All users', '--solution clinic-monitor']],
})
