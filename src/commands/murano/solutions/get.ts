import {solutionArgument} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'

/** What a solution says of itself: not its id, which was in the question. */
interface SolutionDetails {
  domain: string
  /** The CORS settings, as JSON in text. */
  cors?: string
  template?: string
}

export default operation({
  operation: 'Murano.solution.get',
  summary: 'Show a solution: its domain and CORS settings',
  request: {line: 'GET /solution/{id}', host: 'murano', auth: 'murano'},
  parameters: {id: solutionArgument('solution to show, by name or id')},
  reply: object<SolutionDetails>({columns: ['domain', 'template', 'cors']}),
  examples: [['By name', 'clinic-monitor']],
})
