import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {phoneNumber, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.deleteIdentityMFASMS',
  summary: 'Remove a phone number from a user’s MFA',
  request: 'DELETE /identity/identities/{user_uuid}/mfa/SMS',
  parameters: {
    user_uuid: uuid('USER', 'user whose number it is'),
    source: phoneNumber('--source', 'number to remove', {in: 'body', required: true}),
  },
  effect: {changes: 'remove a phone number from the MFA of', destructive: true},
  reply: empty('The number is removed.'),
  examples: [['The request that it makes', 'eb296a99-5e24-5d6d-bcfc-af60222222f4 --source +19415550100 --dry-run']],
})
