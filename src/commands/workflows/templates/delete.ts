import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {text, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Workflow.deleteWorkflowTemplate',
  summary: 'Delete a version of a workflow template',
  request: 'DELETE /workflow/workflows/{wf_template_uuid}/{version}',
  parameters: {
    wf_template_uuid: uuid('TEMPLATE', 'template that it is a version of'),
    version: text('VERSION', 'version to delete'),
  },
  effect: {changes: 'delete the version', destructive: true},
  reply: empty('The version is deleted.'),
  examples: [['The older of two', '89968643-2e71-518f-aabb-df1ae9c36deb 1.0.0']],
})
