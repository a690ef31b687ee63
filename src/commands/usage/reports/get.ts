import {reportColumns, reportCourse, type UsageReport} from '../../../lib/usage/usage.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Usage.getUsageReport',
  summary: 'Show how far a usage report is, and where it is to be had',
  description: 'Whoever has the location may fetch the report, without signing in, until it expires.',
  request: 'GET /usage/reports/{report_uuid}',
  parameters: {
    report_uuid: uuid('REPORT', 'report to look at'),
  },
  reply: object<UsageReport>({columns: reportColumns, id: 'report_uuid'}),
  course: reportCourse,
  examples: [
    ['One that is there', '4d1a4d94-8661-51b1-ba49-d03a95ade6f6'],
    ['Its location, for curl', '4d1a4d94-8661-51b1-ba49-d03a95ade6f6 --jq .location'],
  ],
})
