import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import {shownBy} from '../../lib/operation/consequences.ts'
import getInstance from './get.ts'

export default operation({
  operation: 'Workflow.cancelWorkflow',
  summary: 'Cancel a running workflow',
  request: 'DELETE /workflow/workflows/{wf_template_uuid}/instances/{wf_instance_uuid}',
  parameters: {
    wf_template_uuid: uuid('TEMPLATE', 'template that it runs'),
    wf_instance_uuid: uuid('INSTANCE', 'instance to cancel'),
  },
  effect: {changes: 'cancel the workflow', destructive: true},
  consequences: shownBy(getInstance),
  reply: empty('The workflow is cancelled.'),
  examples: [['One that waits', '555a7565-9fc7-575c-84f3-4b4997c13a92 585ddb44-ce03-5244-8ff8-70eb1a158770']],
})
