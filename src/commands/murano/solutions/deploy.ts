import {solutionArgument} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default operation({
  operation: 'Murano.solution.deploy',
  summary: 'Deploy what was changed of a solution',
  description: 'Old servers only: newer ones deploy each change at once.',
  request: {line: 'POST /solution/{id}/deploy/incr', host: 'murano', auth: 'murano'},
  parameters: {id: solutionArgument('solution to deploy, by name or id')},
  effect: {changes: 'deploy', idempotent: true},
  reply: empty('Deployed.'),
  examples: [['By name', 'clinic-monitor']],
})
