import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters} from '../../../lib/parameters.ts'
import {type Template, templateColumns} from '../../../lib/workflows/template.ts'

export default operation({
  operation: 'Workflow.listWorkflowTemplates',
  summary: 'List workflow templates',
  description: 'Each template is shown in its newest version; with --filter show_versions=true, in all.',
  request: 'GET /workflow/workflows',
  parameters: {
    filter: filters(['status', 'type', 'show_versions']),
  },
  reply: list<Template>({columns: templateColumns, id: 'uuid', noun: 'templates'}),
  examples: [
    ['Those in use', '--filter status=active'],
    ['All versions', '--filter show_versions=true'],
  ],
})
