import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {date, filters, text, uuid} from '../../../lib/parameters.ts'
import {historyColumns, type HistoryRecord} from '../../../lib/workflows/instance.ts'

export default operation({
  operation: 'Workflow.searchWFHistory',
  summary: 'Search the ended runs of a template by what they worked on',
  request: 'GET /workflow/history',
  parameters: {
    filter: filters(['version']),
    template_uuid: uuid('--template', 'template that was run', {required: true}),
    search: text('--search', 'values to look for, separated by commas', {required: true}),
    start_datetime: date('--start-datetime', 'runs that began then or later'),
    end_datetime: date('--end-datetime', 'runs that began then or earlier'),
  },
  reply: list<HistoryRecord>({columns: historyColumns, id: 'uuid', noun: 'runs'}),
  examples: [['Runs that had to do with a 5', '--template 89968643-2e71-518f-aabb-df1ae9c36deb --search 5']],
})
