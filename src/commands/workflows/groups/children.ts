import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {type Instance, instanceColumns} from '../../../lib/workflows/instance.ts'

export default operation({
  operation: 'Workflow.getWorkflowGroupChildren',
  summary: 'List the children of a workflow group',
  description: 'They are the instances that joined the group after the first.',
  request: 'GET /workflow/groups/{wf_group_uuid}/filter/children',
  parameters: {
    wf_group_uuid: uuid('GROUP', 'group whose children to list'),
  },
  reply: list<Instance>({columns: instanceColumns, id: 'uuid', noun: 'instances', paging: 'none'}),
  examples: [['Their uuids', 'c636153f-3998-5f52-a3e8-7c4f76fe9979 -o id']],
})
