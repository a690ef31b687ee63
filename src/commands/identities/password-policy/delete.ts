import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {account} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.deleteAccountPasswordPolicy',
  summary: 'Take the password policy off an account',
  request: 'DELETE /identity/accounts/{account_uuid}/password_policy',
  parameters: {
    account_uuid: account(),
  },
  effect: {changes: 'take the password policy off account'},
  reply: empty('The account has no password policy of its own any more.'),
  examples: [['That of your account', '']],
})
