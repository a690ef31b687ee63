import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Workflow.getWorkflowGroupData',
  summary: 'Show the data of a workflow group',
  request: 'GET /workflow/groups/{wf_group_uuid}/filter/data',
  parameters: {
    wf_group_uuid: uuid('GROUP', 'group whose data to show'),
  },
  reply: object({columns: []}),
  examples: [['All of it', 'c636153f-3998-5f52-a3e8-7c4f76fe9979']],
})
