import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Activity.deleteReportTemplate',
  summary: 'Delete a template of reports about activities',
  request: 'DELETE /activity/report/template/{template_uuid}',
  parameters: {
    template_uuid: uuid('TEMPLATE', 'template to delete'),
  },
  effect: {changes: 'delete the report template', destructive: true},
  reply: empty('The template is deleted.'),
  examples: [['One that nobody runs', '7ef7a1d3-1e6b-56bc-89bc-28d30ba931a3']],
})
