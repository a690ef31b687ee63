import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {phoneNumber, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.updateAliasWithDID',
  summary: 'Set the phone number that is a user’s alias for SMS',
  request: 'PUT /identity/identities/{user_uuid}/aliases/{did}',
  parameters: {
    user_uuid: uuid('USER', 'user whose alias to set'),
    did: phoneNumber('DID', 'number to set; it replaces the one before'),
  },
  effect: {changes: 'set the SMS alias of the identity'},
  reply: empty('The SMS alias is set.', {pending: true}),
  examples: [['A number of the account', 'eb296a99-5e24-5d6d-bcfc-af60222222f4 +19412340001']],
})
