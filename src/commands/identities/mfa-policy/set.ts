import {type MfaPolicy, requiredMfa} from '../../../lib/identities/mfa.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {account} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.updateAccountMFAPolicy',
  summary: 'Set the MFA that an account requires',
  request: 'PUT /identity/accounts/{account_uuid}/mfa',
  parameters: {
    account_uuid: account(),
    required: requiredMfa(),
  },
  effect: {changes: 'set the MFA policy of'},
  reply: object<MfaPolicy>({columns: ['required']}),
  examples: [
    ['Codes by e-mail and by SMS', '--require EMAIL --require SMS'],
    ['No MFA', '--require none'],
  ],
})
