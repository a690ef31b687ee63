import {type Account, accountColumns, accountFilters} from '../../lib/accounts/account.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {filters} from '../../lib/parameters.ts'

export default operation({
  operation: 'Accounts.listAccounts',
  summary: 'List every account you may see',
  request: 'GET /accounts/accounts',
  parameters: {
    filter: filters(accountFilters),
  },
  reply: list<Account>({columns: accountColumns, id: 'uuid', noun: 'accounts'}),
  examples: [
    ['All accounts', '--all'],
    ['The locations among them', '--filter type=Location'],
  ],
})
