import {solutionArgument} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {boolean, choice, text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Murano.solution.update',
  summary: 'Update a solution from its template, or from another',
  description: 'Newer servers only. Scripts of the solution may be replaced: commsctl murano pull saves them first.',
  request: {line: 'POST /solution/{id}/update', host: 'murano', auth: 'murano', fixedBody: {}},
  parameters: {
    id: solutionArgument('solution to update, by name or id'),
    url: text('--url', 'where the template is', {valueName: 'URL'}),
    from: choice('--from', 'what is there', ['file', 'github', 'zip'], {needs: ['url']}),
    force: boolean('--force', 'also where the solution was changed since', {in: 'query'}),
  },
  effect: {changes: 'update from its template', destructive: true},
  reply: empty('The update has begun.'),
  examples: [['From where it came', 'clinic-monitor']],
})
