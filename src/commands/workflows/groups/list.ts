import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters} from '../../../lib/parameters.ts'
import {type Group, groupColumns} from '../../../lib/workflows/instance.ts'

export default operation({
  operation: 'Workflow.listWorkflowGroups',
  summary: 'List workflow groups',
  request: 'GET /workflow/groups',
  parameters: {
    filter: filters(['template_uuid', 'start_datetime', 'end_datetime']),
  },
  reply: list<Group>({columns: groupColumns, id: 'uuid', noun: 'groups'}),
  examples: [
    ['All of them', '--all'],
    ['Those of one template', '--filter template_uuid=555a7565-9fc7-575c-84f3-4b4997c13a92'],
  ],
})
