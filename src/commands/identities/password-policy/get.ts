import {type PasswordPolicy} from '../../../lib/identities/password-policy.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {account} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.getAccountPasswordPolicy',
  summary: 'Show the password policy of an account',
  request: 'GET /identity/accounts/{account_uuid}/password_policy',
  parameters: {
    account_uuid: account(),
  },
  reply: object<PasswordPolicy>({columns: ['uuid', 'name', 'rules'], id: 'uuid'}),
  examples: [['That of your account', '']],
})
