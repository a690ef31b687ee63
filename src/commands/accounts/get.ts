import {type Account, accountDetails} from '../../lib/accounts/account.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {choice, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Accounts.getAccount',
  summary: 'Show one account',
  request: 'GET /accounts/accounts/{account_uuid}',
  parameters: {
    account_uuid: uuid('ACCOUNT', 'account to show; the profile’s if left out', {fallback: 'account'}),
    expand: choice('--expand', 'what else to put into the reply', ['identities', 'relationship']),
  },
  reply: object<Account>({columns: accountDetails, id: 'uuid'}),
  examples: [
    ['Your own account', ''],
    ['Its parent', '--jq .parent_uuid'],
    ['Another account, with its users', '3e14fcef-ef5b-5d57-924f-338d593acfee --expand identities -o json'],
  ],
})
