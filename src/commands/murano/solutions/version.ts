import {solutionArgument} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'

/** What a solution wants of the programs that manage it. */
interface SolutionVersion {
  /** The oldest version of Exosite’s own tool that may be used. */
  min_cli_version: string
}

export default operation({
  operation: 'Murano.solution.version',
  summary: 'Show which version of Exosite’s own tool a solution asks for',
  request: {line: 'GET /solution/{id}/version', host: 'murano', auth: 'murano'},
  parameters: {id: solutionArgument('solution to ask about, by name or id')},
  reply: object<SolutionVersion>({columns: ['min_cli_version']}),
  examples: [['By name', 'clinic-monitor']],
})
