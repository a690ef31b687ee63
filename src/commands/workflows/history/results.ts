import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {type HistoryRecord, type TransitionResult} from '../../../lib/workflows/instance.ts'

export default operation({
  operation: 'Workflow.getWfInstanceResults',
  summary: 'Show the results of a transition',
  request: 'GET /workflow/history/{wf_instance_uuid}/filter/{transition_uuid}/results',
  parameters: {
    wf_instance_uuid: uuid('INSTANCE', 'instance to look back on'),
    transition_uuid: uuid('TRANSITION', 'transition of its template'),
  },
  reply: object<Pick<HistoryRecord, 'result_type'> & {results?: TransitionResult[]}>({
    columns: ['result_type', 'results'],
  }),
  examples: [
    [
      'What the lambda gave',
      "5e594300-27b8-5120-874b-68d8007e3dc9 2f65e12a-caff-5f1f-9368-a6aeebdf0409 --jq '.results[].result'",
    ],
  ],
})
