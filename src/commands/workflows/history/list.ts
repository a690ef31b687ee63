import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters, uuid} from '../../../lib/parameters.ts'
import {historyColumns, type HistoryRecord} from '../../../lib/workflows/instance.ts'

export default operation({
  operation: 'Workflow.getWfTemplateHistory',
  summary: 'List the ended runs of a template',
  request: {line: 'GET /workflow/history', fixedQuery: {short: 'true'}},
  parameters: {
    filter: filters(['start_datetime', 'end_datetime', 'version']),
    template_uuid: uuid('--template', 'template that was run', {required: true}),
  },
  reply: list<HistoryRecord>({columns: historyColumns, id: 'uuid', noun: 'runs'}),
  examples: [
    ['All of them', '--template 89968643-2e71-518f-aabb-df1ae9c36deb --all'],
    ['Those of one version', '--template 89968643-2e71-518f-aabb-df1ae9c36deb --filter version=1.0.0'],
  ],
})
