import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import {type Instance} from '../../lib/workflows/instance.ts'

export default operation({
  operation: 'Workflow.getRunningWorkflow',
  summary: 'Show one workflow instance',
  request: 'GET /workflow/workflows/{wf_template_uuid}/instances/{wf_instance_uuid}',
  parameters: {
    wf_template_uuid: uuid('TEMPLATE', 'template that it runs'),
    wf_instance_uuid: uuid('INSTANCE', 'instance to show'),
  },
  reply: object<{object: Instance}>({
    columns: [
      'object.uuid',
      'object.template_version',
      'object.current_state',
      'object.group_uuid',
      'object.input_vars',
      'object.workflow_vars',
    ],
  }),
  examples: [
    [
      'Where it stands',
      '555a7565-9fc7-575c-84f3-4b4997c13a92 585ddb44-ce03-5244-8ff8-70eb1a158770 --jq .object.current_state',
    ],
  ],
})
