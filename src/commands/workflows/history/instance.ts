import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {filters, uuid} from '../../../lib/parameters.ts'
import {historyDetails, type HistoryRecord, instanceCourse} from '../../../lib/workflows/instance.ts'

export default operation({
  operation: 'Workflow.getWfInstanceHistory',
  summary: 'Show the history of an instance',
  request: 'GET /workflow/history/{wf_instance_uuid}/filter',
  parameters: {
    wf_instance_uuid: uuid('INSTANCE', 'instance to look back on'),
    filter: filters(['show_workflow_vars', 'show_incoming_data', 'show_transition_results']),
  },
  reply: object<HistoryRecord>({
    columns: [...historyDetails, 'incoming_data', 'transition_results'],
    id: 'uuid',
  }),
  course: instanceCourse,
  examples: [
    ['How it ended', '5e594300-27b8-5120-874b-68d8007e3dc9 --jq .result_type'],
    ['With what each transition did', '5e594300-27b8-5120-874b-68d8007e3dc9 --filter show_transition_results=true'],
  ],
})
