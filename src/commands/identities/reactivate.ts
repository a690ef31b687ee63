import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {undoneBy} from '../../lib/operation/undo.ts'
import {uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Identity.reactivateIdentity',
  summary: 'Make a deactivated identity active again',
  request: 'POST /identity/identities/{user_uuid}/reactivate',
  parameters: {
    user_uuid: uuid('USER', 'user to reactivate'),
  },
  effect: {changes: 'reactivate the identity', idempotent: true},
  undo: undoneBy('identities deactivate'),
  reply: empty('The identity is active.'),
  examples: [['A user who is back', 'cdb115b0-99b0-5c62-8bcc-f93edb821bb6']],
})
