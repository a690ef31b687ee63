import {
  columnSchema,
  dataSourceSchema,
  limitsSchema,
  parameterSchema,
  type ReportTemplate,
  sortSchema,
  templateDetails,
} from '../../../lib/activity/report-template.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {json, jsons, text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Activity.createReportTemplate',
  summary: 'Create a template of reports about activities',
  description:
    'A report has the rows of its source that its limits leave, in the order of its sort. In limits, a dollar sign and ' +
    'the name of a parameter stand for what is given when the report is run.',
  request: 'POST /activity/report/template',
  parameters: {
    name: text('--name', 'what it is called', {required: true}),
    description: text('--description', 'what its reports tell'),
    default_view: text('--default-view', 'how its reports are shown, such as table'),
    data_source: json('--data-source', 'where the rows come from', {required: true, schema: dataSourceSchema}),
    parameters: jsons('--parameters', 'a value that is given when it is run (repeat for more)', {
      schema: parameterSchema,
    }),
    columns: jsons('--report-columns', 'a column of its reports (repeat for more)', {schema: columnSchema}),
    limits: jsons('--limits', 'conditions that hold together for its rows (repeat for alternatives)', {
      schema: limitsSchema,
    }),
    sort: json('--report-sort', 'in which order its rows are', {schema: sortSchema}),
    aggregates: jsons('--aggregates', 'a figure over all rows (repeat for more)', {schema: {type: 'object'}}),
    visualizations: json('--visualizations', 'how its reports are drawn', {schema: {type: 'object'}}),
  },
  effect: {changes: 'create a report template'},
  reply: object<ReportTemplate>({columns: templateDetails, id: 'template_uuid'}),
  examples: [
    [
      'Numbers that were provisioned since a time that is given',
      '--name "New numbers" --data-source \'{"source_type": "activity", "activity": "number"}\' --parameters \'{"name": "start_time", "type": "date"}\' --report-columns \'[{"name": "created_datetime"}, {"name": "number"}]\' --limits \'[{"column": "created_datetime", "op": ">=", "value": "$start_time"}]\'',
    ],
  ],
})
