import {reportCourse, type ReportDocument} from '../../../lib/activity/report.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Activity.getReport',
  summary: 'Fetch a report that was run',
  request: 'GET /activity/report',
  parameters: {
    report_uuid: uuid('--report', 'report to fetch', {required: true}),
    template_uuid: uuid('--template', 'template that it was run from', {required: true}),
  },
  reply: object<ReportDocument>({
    columns: ['report_uuid', 'name', 'rows', 'aggregates'],
    id: 'report_uuid',
    nothing: 'The report is not there yet. Ask again in a while.',
  }),
  course: reportCourse,
  examples: [
    [
      'One that is there',
      '--report 7620f886-8557-5051-af05-54c995a91c27 --template 7ef7a1d3-1e6b-56bc-89bc-28d30ba931a3',
    ],
  ],
})
