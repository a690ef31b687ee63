import {type ReportTemplate, templateColumns} from '../../../lib/activity/report-template.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default operation({
  operation: 'Activity.listReportTemplates',
  summary: 'List templates of reports about activities',
  request: 'GET /activity/report/template',
  parameters: {},
  reply: list<ReportTemplate>({columns: templateColumns, id: 'template_uuid', noun: 'templates'}),
  examples: [
    ['All templates', ''],
    ['What can be given when one is run', "--jq '.[0].parameters'"],
  ],
})
