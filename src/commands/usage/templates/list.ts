import {type UsageTemplate, usageTemplateColumns} from '../../../lib/usage/usage.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default operation({
  operation: 'Usage.listUsageTemplates',
  summary: 'List what usage reports there are',
  request: 'GET /usage/reports/templates',
  parameters: {},
  reply: list<UsageTemplate>({columns: usageTemplateColumns, id: 'uuid', noun: 'templates', limit: 100}),
  examples: [['All templates', '']],
})
