import {type GroupMember, memberColumns} from '../../lib/auth/user-group.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {filters, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Groups.listGroupMembers',
  summary: 'List the members of a group',
  request: 'GET /auth/user-groups/{group_uuid}/users',
  parameters: {
    group_uuid: uuid('GROUP', 'group to look into'),
    filter: filters(['expand']),
  },
  reply: list<GroupMember>({columns: memberColumns, id: 'uuid', noun: 'members'}),
  examples: [['Who is in it', '0b903867-8510-5a40-bf8e-cb632ce2978b']],
})
