import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Identity.deleteIdentity',
  summary: 'Delete an identity and take it out of all groups',
  request: 'DELETE /identity/identities/{user_uuid}',
  parameters: {
    user_uuid: uuid('USER', 'user to delete'),
  },
  effect: {changes: 'delete the identity', destructive: true},
  reply: empty('The identity is deleted.', {pending: true}),
  examples: [['A user who has left', 'cdb115b0-99b0-5c62-8bcc-f93edb821bb6']],
})
