import {wholeBody} from '../../lib/body-parameter.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {variants} from '../../lib/operation/variants.ts'
import {boolean, json, text, uuid} from '../../lib/parameters.ts'
import {type Instance, instanceDetails} from '../../lib/workflows/instance.ts'
import {startFields} from '../../lib/workflows/template-fields.ts'
import showHistory from './history/instance.ts'

const reply = object<Instance>({columns: instanceDetails, id: 'uuid'})

const followed = {
  command: 'workflows history instance',
  call: showHistory,
  values: (_: unknown, {uuid}: Instance) => ({wf_instance_uuid: uuid}),
}

const withInput = operation({
  operation: 'Workflow.startWorkflowFlat',
  summary: 'Start a workflow',
  description:
    'It runs on by itself; what is shown is how it stood at the start, or with --wait or --wait-until-finish at the end. ' +
    'With --body you write the whole request.',
  request: 'POST /workflow/workflows/{workflow_uuid}/instances',
  parameters: {
    workflow_uuid: uuid('TEMPLATE', 'template to run'),
    input_vars: json('--input-vars', 'input variables', {schema: {type: 'object'}}),
    group_uuid: uuid('--group', 'group to join; a new one if left out'),
    group_name: text('--group-name', 'name of the new group'),
    return_workflow_vars: boolean('--return-workflow-vars', 'put the variables into the reply', {default: true}),
    start_state: text('--start-state', 'state to begin with, instead of the template’s'),
    version: text('--template-version', 'version of the template; the newest if left out'),
    wait_until_finish: boolean('--wait-until-finish', 'let the service answer when the workflow has ended', {
      default: false,
    }),
  },
  effect: {changes: 'start a workflow of'},
  reply,
  followed,
  examples: [
    ['Two numbers to add', '89968643-2e71-518f-aabb-df1ae9c36deb --input-vars \'{"x": "2", "y": "3"}\''],
    [
      'How it ended',
      '89968643-2e71-518f-aabb-df1ae9c36deb --input-vars \'{"x": "2", "y": "3"}\' --wait-until-finish --jq .workflow_vars',
    ],
  ],
})

const withBody = operation({
  operation: 'Workflow.startWorkflow',
  summary: 'Start a workflow with a whole request body',
  request: 'POST /workflow/workflows/{wf_template_uuid}/instances',
  parameters: {
    wf_template_uuid: uuid('TEMPLATE', 'template to run'),
    body: wholeBody('the whole request', {fields: startFields}),
  },
  effect: {changes: 'start a workflow of'},
  reply,
  followed,
  examples: [
    ['A certain version', '89968643-2e71-518f-aabb-df1ae9c36deb -F version=1.0.0 -F input_vars.x=2 -F input_vars.y=3'],
  ],
})

export default variants(withInput, {'--body': withBody})
