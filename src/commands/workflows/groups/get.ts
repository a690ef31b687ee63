import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {variants} from '../../../lib/operation/variants.ts'
import {filters, uuid} from '../../../lib/parameters.ts'
import {type Group, groupDetails} from '../../../lib/workflows/instance.ts'

const reply = object<Group>({columns: groupDetails, id: 'uuid'})

const whole = operation({
  operation: 'Workflow.getWorkflowGroup',
  summary: 'Show one workflow group',
  request: 'GET /workflow/groups/{wf_group_uuid}',
  parameters: {
    wf_group_uuid: uuid('GROUP', 'group to show'),
  },
  reply,
  examples: [['All of it', 'c636153f-3998-5f52-a3e8-7c4f76fe9979']],
})

const parts = operation({
  operation: 'Workflow.getWorkflowGroupFiltered',
  summary: 'Show parts of a workflow group',
  request: 'GET /workflow/groups/{wf_group_uuid}/filter',
  parameters: {
    wf_group_uuid: uuid('GROUP', 'group to show'),
    filter: filters(['show_master', 'show_children', 'show_data']),
  },
  reply,
  examples: [['Its data alone', 'c636153f-3998-5f52-a3e8-7c4f76fe9979 --filter show_data=true --jq .data']],
})

export default variants(whole, {'--filter': parts})
