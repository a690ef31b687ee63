import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid, wholeBody} from '../../../lib/parameters.ts'
import {type Template, templateDetails} from '../../../lib/workflows/template.ts'
import {templateFields} from '../../../lib/workflows/template-fields.ts'
import {getTemplate} from './get.ts'

export default operation({
  operation: 'Workflow.modifyWorkflowTemplate',
  summary: 'Change a version of a workflow template',
  description:
    'Name only what is to change: the platform replaces the whole version, so the newest one is read first and your ' +
    'changes are laid over it. Lists are the exception: states that you give replace all states.',
  request: 'PUT /workflow/workflows/{wf_template_uuid}',
  parameters: {
    wf_template_uuid: uuid('TEMPLATE', 'template to change'),
    body: wholeBody('what to change', {fields: templateFields}),
  },
  effect: {changes: 'change the template', replaces: true},
  current: (caller, {wf_template_uuid}) => caller.call(getTemplate, {wf_template_uuid}),
  reply: object<Template>({columns: templateDetails, id: 'uuid'}),
  examples: [['Take it out of use', '89968643-2e71-518f-aabb-df1ae9c36deb -F status=inactive']],
})
