import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {json, text, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Workflow.execWorkflow',
  summary: 'Run a workflow to its end and show what it made',
  request: 'POST /workflow/workflows/{wf_template_uuid}/instances/exec',
  parameters: {
    wf_template_uuid: uuid('TEMPLATE', 'template to run'),
    workflow_vars_path: text(
      '--workflow-vars-path',
      'what to show of its variables, such as order.total; all if left out',
    ),
    response_content_type: text('--response-content-type', 'content type of the reply', {default: 'application/json'}),
    input_vars: json('--input-vars', 'input variables', {schema: {type: 'object'}}),
    group_uuid: uuid('--group', 'group to join; a new one if left out'),
    start_state: text('--start-state', 'state to begin with, instead of the template’s'),
  },
  effect: {changes: 'run a workflow of'},
  reply: object({columns: []}),
  examples: [
    ['The variables at the end', '89968643-2e71-518f-aabb-df1ae9c36deb --input-vars \'{"x": "2", "y": "3"}\''],
    [
      'One of them',
      '89968643-2e71-518f-aabb-df1ae9c36deb --input-vars \'{"x": "2", "y": "3"}\' --workflow-vars-path added -o json',
    ],
  ],
})
