import {type PasswordPolicy} from '../../../lib/identities/password-policy.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {account, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.updateAccountPasswordPolicy',
  summary: 'Set the password policy of an account',
  request: 'PUT /identity/accounts/{account_uuid}/password_policy',
  parameters: {
    account_uuid: account(),
    uuid: uuid('--policy', 'policy, one of identities password-policy list', {required: true}),
  },
  effect: {changes: 'set the password policy of'},
  reply: object<PasswordPolicy>({columns: ['uuid', 'name', 'rules'], id: 'uuid'}),
  examples: [['The strict policy', '--policy 22b9d441-c93d-57c8-898b-1969b0b25308']],
})
