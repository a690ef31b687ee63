import {type PasswordPolicy} from '../../../lib/identities/password-policy.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {choice} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.listPasswordPolicies',
  summary: 'List the password policies that accounts can have',
  request: 'GET /identity/passwords/policies',
  parameters: {
    include: choice('--include', 'what else to put into the reply', ['rules']),
  },
  reply: list<PasswordPolicy>({
    columns: ['uuid', 'name', 'rules'],
    id: 'uuid',
    noun: 'password policies',
    paging: 'none',
  }),
  examples: [['With their rules', '--include rules']],
})
