import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {undoneBy} from '../../lib/operation/undo.ts'
import {uuid, uuids} from '../../lib/parameters.ts'

export default operation({
  operation: 'Groups.deleteGroupMembers',
  summary: 'Remove members from a group',
  request: 'POST /auth/user-groups/{group_uuid}/users/remove',
  parameters: {
    group_uuid: uuid('GROUP', 'group to remove from'),
    users: uuids('USERS...', 'users to remove'),
  },
  effect: {changes: 'remove from group', idempotent: true},
  undo: undoneBy('groups add'),
  reply: empty('The users are no longer in the group.', {pending: true}),
  examples: [['One user', '0b903867-8510-5a40-bf8e-cb632ce2978b eb296a99-5e24-5d6d-bcfc-af60222222f4']],
})
