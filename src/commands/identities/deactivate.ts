import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {undoneBy} from '../../lib/operation/undo.ts'
import {uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Identity.deactivateIdentity',
  summary: 'Deactivate an identity',
  description: 'The user cannot sign in any more. To undo it: commsctl identities reactivate',
  request: 'POST /identity/identities/{user_uuid}/deactivate',
  parameters: {
    user_uuid: uuid('USER', 'user to deactivate'),
  },
  effect: {changes: 'deactivate the identity', disruptive: true, idempotent: true},
  undo: undoneBy('identities reactivate'),
  reply: empty('The identity is inactive.'),
  examples: [['A user on leave', 'cdb115b0-99b0-5c62-8bcc-f93edb821bb6']],
})
