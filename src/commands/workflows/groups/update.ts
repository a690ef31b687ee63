import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {choice, json, uuid} from '../../../lib/parameters.ts'
import {type Group, groupDetails, groupStatuses} from '../../../lib/workflows/instance.ts'

export default operation({
  operation: 'Workflow.updateWorkflowGroup',
  summary: 'Set the status and the data of a workflow group',
  request: 'PUT /workflow/groups/{group_uuid}',
  parameters: {
    group_uuid: uuid('GROUP', 'group to change'),
    status: choice('--status', 'its new status', groupStatuses, {required: true}),
    data: json('--data', 'data in place of all that it has', {required: true, schema: {type: 'object'}}),
  },
  effect: {changes: 'set the status and the data of the group'},
  reply: object<Group>({columns: groupDetails, id: 'uuid'}),
  examples: [
    [
      'Data for all of its instances',
      'c636153f-3998-5f52-a3e8-7c4f76fe9979 --status complete --data \'{"checked": true}\'',
    ],
  ],
})
