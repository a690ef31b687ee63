import {groupDetails, type UserGroup} from '../../lib/auth/user-group.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {undoneBy} from '../../lib/operation/undo.ts'
import {uuid, uuids} from '../../lib/parameters.ts'

export default operation({
  operation: 'Groups.addMembersToGroup',
  summary: 'Add members to a group',
  description: 'Shows the group; its number of members is that of before.',
  request: 'POST /auth/user-groups/{group_uuid}/users',
  parameters: {
    group_uuid: uuid('GROUP', 'group to add to'),
    users: uuids('USERS...', 'users to add'),
  },
  effect: {changes: 'add to group', idempotent: true},
  undo: undoneBy('groups remove', 'Whoever of them was in the group before is taken out, too.'),
  reply: object<UserGroup>({columns: groupDetails, id: 'uuid', pending: true}),
  examples: [['One user', '0b903867-8510-5a40-bf8e-cb632ce2978b cdb115b0-99b0-5c62-8bcc-f93edb821bb6']],
})
