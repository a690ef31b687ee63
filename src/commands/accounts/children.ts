import {type Account, accountColumns, accountFilters, accountTypes} from '../../lib/accounts/account.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {choice, filters, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Accounts.listAccountChildren',
  summary: 'List the accounts below an account',
  description: 'Shows accounts of one type, however deep below. For each other type, ask again with --type.',
  request: 'GET /accounts/accounts/{account_uuid}/children',
  parameters: {
    account_uuid: uuid('ACCOUNT', 'account at the top; the profile’s if left out', {fallback: 'account'}),
    type: choice('--type', 'type of the accounts to list', accountTypes, {default: 'Customer'}),
    filter: filters(accountFilters),
  },
  reply: list<Account>({columns: accountColumns, id: 'uuid', noun: 'accounts'}),
  examples: [
    ['The locations of your account', '--type Location'],
    ['The customers of another account', 'ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d'],
  ],
})
