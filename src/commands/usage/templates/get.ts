import {type UsageTemplate, usageTemplateColumns} from '../../../lib/usage/usage.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Usage.getUsageTemplate',
  summary: 'Show one usage report template',
  request: 'GET /usage/reports/templates/{template_uuid}',
  parameters: {
    template_uuid: uuid('TEMPLATE', 'template to show'),
  },
  reply: object<UsageTemplate>({columns: usageTemplateColumns, id: 'uuid'}),
  examples: [['What its reports are made of', '4be98434-4db4-5376-b224-fadba3c0c8c8']],
})
