import {type ReportRun} from '../../../lib/activity/report.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {json, uuid} from '../../../lib/parameters.ts'
import getReport from './get.ts'

export default operation({
  operation: 'Activity.runReport',
  summary: 'Run a report about the activities of a user or of an account',
  description:
    'It takes a while: --wait prints it when it is there. Fetch it with both ids that are printed: commsctl activity reports get',
  request: 'POST /activity/report/{template_uuid}',
  parameters: {
    template_uuid: uuid('TEMPLATE', 'template to run it from'),
    owner_uuid: uuid('--user', 'user whom it is about', {
      in: 'query',
      orElse: ['account_uuid'],
      excludes: ['account_uuid'],
    }),
    parameters: json('--parameters', 'values that the template asks for, by name', {schema: {type: 'object'}}),
    account_uuid: uuid('--account', 'account that it is about', {in: 'query'}),
  },
  effect: {changes: 'run a report'},
  reply: object<ReportRun>({columns: ['report_uuid', 'template_uuid'], id: 'report_uuid'}),
  followed: {
    command: 'activity reports get',
    call: getReport,
    values: (_, {report_uuid, template_uuid}) => ({report_uuid, template_uuid}),
  },
  examples: [
    [
      'Of an account, since the new year',
      '7ef7a1d3-1e6b-56bc-89bc-28d30ba931a3 --account ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d --parameters \'{"start_time": "2025-01-01"}\'',
    ],
    ['Of a user', '7ef7a1d3-1e6b-56bc-89bc-28d30ba931a3 --user eb296a99-5e24-5d6d-bcfc-af60222222f4'],
  ],
})
