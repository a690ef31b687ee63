import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {type HistoryRecord} from '../../../lib/workflows/instance.ts'

export default operation({
  operation: 'Workflow.getWfInstanceWorkflowVars',
  summary: 'Show the variables of an instance',
  request: 'GET /workflow/history/{wf_instance_uuid}/filter/workflow_vars',
  parameters: {
    wf_instance_uuid: uuid('INSTANCE', 'instance to look back on'),
  },
  reply: object<Pick<HistoryRecord, 'result_type' | 'workflow_vars'>>({columns: ['result_type', 'workflow_vars']}),
  examples: [['At its end', '5e594300-27b8-5120-874b-68d8007e3dc9 --jq .workflow_vars']],
})
