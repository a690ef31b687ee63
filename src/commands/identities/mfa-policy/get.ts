import {type MfaPolicy} from '../../../lib/identities/mfa.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {account} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.getAccountMFAPolicy',
  summary: 'Show the MFA that an account requires',
  request: 'GET /identity/accounts/{account_uuid}/mfa',
  parameters: {
    account_uuid: account(),
  },
  reply: object<MfaPolicy>({columns: ['required']}),
  examples: [['That of your account', '']],
})
