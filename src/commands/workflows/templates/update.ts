import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {type Template, templateDetails} from '../../../lib/workflows/template.ts'
import {templateFields} from '../../../lib/workflows/template-fields.ts'
import {getTemplate, getVersion} from './get.ts'

export default operation({
  operation: 'Workflow.modifyWorkflowTemplate',
  summary: 'Change a version of a workflow template',
  description:
    'Name only what is to change: the platform replaces the whole version, so the newest one, or the one that you name, ' +
    'is read first and your changes are laid over it. Lists are the exception: states that you give replace all states.',
  request: 'PUT /workflow/workflows/{wf_template_uuid}',
  parameters: {
    wf_template_uuid: uuid('TEMPLATE', 'template to change'),
    body: wholeBody('what to change', {fields: templateFields}),
  },
  effect: {changes: 'change the template', replaces: true},
  current: (caller, {wf_template_uuid, body: {version}}) =>
    typeof version === 'string'
      ? caller.call(getVersion, {wf_template_uuid, version})
      : caller.call(getTemplate, {wf_template_uuid}),
  reply: object<Template>({columns: templateDetails, id: 'uuid'}),
  examples: [
    ['Take it out of use', '89968643-2e71-518f-aabb-df1ae9c36deb -F status=inactive'],
    [
      'Describe an older version',
      '89968643-2e71-518f-aabb-df1ae9c36deb -F version=1.0.0 -F description="Adds, no more"',
    ],
  ],
})
