import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.deleteRole',
  summary: 'Delete a role',
  description: 'Groups that have it lose it.',
  request: 'DELETE /auth/roles/{role_uuid}',
  parameters: {
    role_uuid: uuid('ROLE', 'role to delete'),
  },
  effect: {changes: 'delete the role', destructive: true},
  reply: empty('The role is deleted.', {pending: true}),
  examples: [['A role that nobody needs', 'a16400f7-aafe-5dc6-a19e-911fc7e64361']],
})
