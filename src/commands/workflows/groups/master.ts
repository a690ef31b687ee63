import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {groupMemberColumns, type GroupMember} from '../../../lib/workflows/instance.ts'

export default operation({
  operation: 'Workflow.getWorkflowGroupMaster',
  summary: 'Show the master of a workflow group',
  description: 'It is the instance that the group began with.',
  request: 'GET /workflow/groups/{wf_group_uuid}/filter/master',
  parameters: {
    wf_group_uuid: uuid('GROUP', 'group whose master to show'),
  },
  reply: object<GroupMember>({columns: groupMemberColumns, id: 'uuid'}),
  examples: [['How it went', 'c636153f-3998-5f52-a3e8-7c4f76fe9979 --jq .result']],
})
