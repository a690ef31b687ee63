import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import getGroup from './get.ts'

export default operation({
  operation: 'Groups.deleteGroup',
  summary: 'Delete a group',
  description: 'Its memberships, roles and scopes go with it.',
  request: 'DELETE /auth/user-groups/{group_uuid}',
  parameters: {
    group_uuid: uuid('GROUP', 'group to delete'),
  },
  effect: {changes: 'delete the group', destructive: true},
  consequences: async (caller, {group_uuid}) => {
    const {name, total_members} = await caller.call(getGroup, {group_uuid})
    return [`“${name}”`, `Members: ${total_members ?? 0}`]
  },
  reply: empty('The group is deleted.', {pending: true}),
  examples: [['A group that nobody needs', '0b903867-8510-5a40-bf8e-cb632ce2978b']],
})
