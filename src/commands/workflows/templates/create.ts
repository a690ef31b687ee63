import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {type Template, templateDetails} from '../../../lib/workflows/template.ts'
import {neededOfTemplates, templateFields} from '../../../lib/workflows/template-fields.ts'

export default operation({
  operation: 'Workflow.createWorkflowTemplate',
  summary: 'Create a workflow template, or a version of one',
  description:
    'States are joined by transitions; on the way, a transition passes through, waits or runs a lambda. A decision ' +
    'chooses between two of them. With the uuid of a template that is there already, the body is a new version of it.',
  request: 'POST /workflow/workflows',
  parameters: {
    body: wholeBody('the template', {fields: templateFields, required: neededOfTemplates}),
  },
  effect: {changes: 'create a workflow template'},
  reply: object<Template>({columns: templateDetails, id: 'uuid'}),
  examples: [
    [
      'One that waits for a minute',
      '-F name=Pause -F version=1.0.0 -F "states[0].name=begin" -F "states[0].type=start" -F "states[1].name=end" -F "states[1].type=finish" -F "transitions[0].name=wait" -F "transitions[0].start_state=begin" -F "transitions[0].next_state=end" -F "transitions[0].condition.type=wait" -F "transitions[0].condition.data.wait_condition.wait_value=60000"',
    ],
  ],
})
