import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {undoneBy} from '../../lib/operation/undo.ts'
import {uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Accounts.reinstateAccount',
  summary: 'Make a suspended account active again',
  request: 'POST /accounts/accounts/{account_uuid}/reinstate',
  parameters: {
    account_uuid: uuid('ACCOUNT', 'account to reinstate'),
  },
  effect: {changes: 'reinstate the account', idempotent: true},
  undo: undoneBy('accounts suspend'),
  reply: empty('The account is active.'),
  examples: [['A location', '3e14fcef-ef5b-5d57-924f-338d593acfee']],
})
