import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {groupMemberColumns, type GroupMember} from '../../../lib/workflows/instance.ts'

export default operation({
  operation: 'Workflow.getWorkflowGroupChild',
  summary: 'Show one child of a workflow group',
  request: 'GET /workflow/groups/{wf_group_uuid}/filter/children/{wf_child_uuid}',
  parameters: {
    wf_group_uuid: uuid('GROUP', 'group that it is in'),
    wf_child_uuid: uuid('CHILD', 'child to show'),
  },
  reply: object<GroupMember>({columns: groupMemberColumns, id: 'uuid'}),
  examples: [['How it went', 'c636153f-3998-5f52-a3e8-7c4f76fe9979 d4c225e5-177e-5cc4-b879-233cadf1cd52 --jq .result']],
})
