import {operation} from '../../../../lib/operation.ts'
import {empty} from '../../../../lib/operation/declaration.ts'
import {uuid} from '../../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.deleteRoleFromUserGroup',
  summary: 'Take a role from a user group',
  request: 'DELETE /auth/user-groups/{user_group_uuid}/roles/{role_uuid}',
  parameters: {
    user_group_uuid: uuid('GROUP', 'group that is to lose it'),
    role_uuid: uuid('ROLE', 'role to take'),
  },
  effect: {changes: 'take from the group'},
  reply: empty('The group no longer has the role.'),
  examples: [['One role', 'b4d68503-7935-51b8-8d8e-a116b79bb746 829ec1b9-5346-5b10-8cb0-566d28fb26ab']],
})
