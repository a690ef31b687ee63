import {operation} from '../../../../lib/operation.ts'
import {empty} from '../../../../lib/operation/declaration.ts'
import {uuid} from '../../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.deletePermissionFromRole',
  summary: 'Take a permission from a role',
  description: 'The service refuses it while a user group has the role.',
  request: 'DELETE /auth/roles/{role_uuid}/permissions/{permission_uuid}',
  parameters: {
    role_uuid: uuid('ROLE', 'role that is to lose it'),
    permission_uuid: uuid('PERMISSION', 'permission to take'),
  },
  effect: {changes: 'take from the role'},
  reply: empty('The role no longer has the permission.'),
  examples: [['One permission', 'a16400f7-aafe-5dc6-a19e-911fc7e64361 edafbbdc-d572-5d45-a7a8-6ca4c5f936eb']],
})
