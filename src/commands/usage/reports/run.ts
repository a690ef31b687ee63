import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {date, integer, json, text, uuid} from '../../../lib/parameters.ts'
import {reportColumns, type UsageReport} from '../../../lib/usage/usage.ts'
import getUsageReport from './get.ts'

export default operation({
  operation: 'Usage.runUsageReport',
  summary: 'Start a usage report',
  description: 'It takes a while. With --wait, the command ends when it is there, and prints where it is to be had.',
  request: 'POST /usage/reports/templates/{template_uuid}/events/evaluate',
  parameters: {
    template_uuid: uuid('TEMPLATE', 'template to run it from'),
    account_uuid: uuid('--account', 'account whose events it is about; all that you may see if left out'),
    application_uuid: uuid('--application', 'application whose events it is about'),
    event_type: text('--event-type', 'events of this type'),
    since: date('--since', 'events of this time and later'),
    until: date('--until', 'events before this time'),
    offset: integer('--offset', 'how many rows to leave out first', {min: 0}),
    limit: integer('--limit', 'how many rows it has at most', {min: 1}),
    filter_values: json('--filter-values', 'values that fields or metadata of its events must have', {
      schema: {type: 'object'},
    }),
  },
  effect: {changes: 'start a usage report'},
  reply: object<UsageReport>({columns: reportColumns, id: 'report_uuid'}),
  followed: {
    command: 'usage reports get',
    call: getUsageReport,
    values: (_, {report_uuid}) => ({report_uuid}),
  },
  examples: [
    ['All of January', 'c5b70491-9a63-511e-bd99-4b494574631f --since 2025-01-01 --until 2025-02-01'],
    ['One number’s', 'c5b70491-9a63-511e-bd99-4b494574631f --filter-values \'{"did": "+19412340003"}\''],
  ],
})
