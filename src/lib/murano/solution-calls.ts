import {operation} from '../operation.ts'
import {list} from '../operation/declaration.ts'
import {business} from './parameters.ts'
import {type Solution, solutionColumns} from './solution.ts'

/** Also what names are looked up in. */
export const listSolutions = operation({
  operation: 'Murano.solution.list',
  summary: 'List the solutions of a business: applications and products',
  request: {line: 'GET /business/{bizid}/solution/', host: 'murano', auth: 'murano'},
  parameters: {bizid: business()},
  reply: list<Solution>({columns: solutionColumns, id: 'sid', noun: 'solutions', paging: 'none'}),
  examples: [
    ['All of the business', ''],
    ['The products', '--where type=product'],
  ],
})
