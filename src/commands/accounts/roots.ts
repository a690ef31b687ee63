import {type Account, accountColumns, accountFilters} from '../../lib/accounts/account.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {filters, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Accounts.listUserRootAccounts',
  summary: 'List the topmost accounts that a user belongs to',
  request: 'GET /accounts/users/{user_uuid}/root',
  parameters: {
    user_uuid: uuid('USER', 'user to look at; the one of the token if left out', {fallback: 'user'}),
    filter: filters(accountFilters),
  },
  reply: list<Account>({columns: accountColumns, id: 'uuid', noun: 'accounts'}),
  examples: [
    ['Your own', ''],
    ['Those of another user', 'cdb115b0-99b0-5c62-8bcc-f93edb821bb6'],
  ],
})
