import {business, solutionArgument} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default operation({
  operation: 'Murano.solution.delete',
  summary: 'Delete a solution with all that it holds',
  request: {line: 'DELETE /business/{bizid}/solution/{sid}', host: 'murano', auth: 'murano'},
  parameters: {bizid: business(), sid: solutionArgument('solution to delete, by name or id')},
  effect: {changes: 'delete', destructive: true},
  reply: empty('Deleted.'),
  examples: [['By name', 'Sandpit']],
})
