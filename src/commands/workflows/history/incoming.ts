import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {type HistoryRecord} from '../../../lib/workflows/instance.ts'

export default operation({
  operation: 'Workflow.getWfInstanceIncomingData',
  summary: 'Show what an instance was started with',
  request: 'GET /workflow/history/{wf_instance_uuid}/filter/incoming_data',
  parameters: {
    wf_instance_uuid: uuid('INSTANCE', 'instance to look back on'),
  },
  reply: object<Pick<HistoryRecord, 'result_type' | 'incoming_data'>>({columns: ['result_type', 'incoming_data']}),
  examples: [['Its input', '5e594300-27b8-5120-874b-68d8007e3dc9 --jq .incoming_data']],
})
