import {groupDetails, type UserGroup} from '../../lib/auth/user-group.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {filters, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Groups.getGroup',
  summary: 'Show one group',
  request: 'GET /auth/user-groups/{group_uuid}',
  parameters: {
    group_uuid: uuid('GROUP', 'group to show'),
    filter: filters(['expand', 'members_limit']),
  },
  reply: object<UserGroup>({columns: [...groupDetails, {path: 'members.items', header: 'MEMBERS'}], id: 'uuid'}),
  examples: [
    ['Name, account and members', '0b903867-8510-5a40-bf8e-cb632ce2978b'],
    [
      'The uuids of up to 999 members',
      '0b903867-8510-5a40-bf8e-cb632ce2978b --filter expand=members --filter members_limit=999 --jq ".members.items[].uuid"',
    ],
  ],
})
