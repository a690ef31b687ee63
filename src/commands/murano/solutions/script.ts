import {solutionArgument} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {plainText} from '../../../lib/operation/declaration.ts'

export default operation({
  operation: 'Murano.solution.script',
  summary: 'Print the Lua text that a whole solution amounts to',
  request: {line: 'GET /solution/{id}/route/{id}/script', host: 'murano', auth: 'murano'},
  parameters: {id: solutionArgument('solution to print, by name or id')},
  reply: plainText(),
  examples: [['By name', 'clinic-monitor']],
})
