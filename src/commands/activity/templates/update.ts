import {type ReportTemplate, templateDetails, templateFields} from '../../../lib/activity/report-template.ts'
import {wholeBody} from '../../../lib/body-parameter.ts'
import {notFoundError} from '../../../lib/errors.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import listTemplates from './list.ts'

export default operation({
  operation: 'Activity.updateReportTemplate',
  summary: 'Change a template of reports about activities',
  description:
    'Name only what is to change. The platform replaces the whole template, so it is looked up first, and your changes are ' +
    'laid over it; lists that you give take the place of those that are there.',
  request: 'PUT /activity/report/template/{template_uuid}',
  parameters: {
    template_uuid: uuid('TEMPLATE', 'template to change'),
    body: wholeBody('what to change', {fields: templateFields}),
  },
  effect: {changes: 'change the report template', replaces: true},
  async current(caller, {template_uuid}) {
    for await (const template of caller.all(listTemplates, {})) {
      if (template.template_uuid === template_uuid) return template
    }
    throw notFoundError(`There is no report template ${template_uuid}.`, 'commsctl activity templates list')
  },
  reply: object<ReportTemplate>({columns: templateDetails, id: 'template_uuid'}),
  examples: [['Another name', '7ef7a1d3-1e6b-56bc-89bc-28d30ba931a3 -F name="Messages, day by day"']],
})
