import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {undoneBy} from '../../lib/operation/undo.ts'
import {uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Accounts.suspendAccount',
  summary: 'Make an account inactive',
  description: 'To undo it: commsctl accounts reinstate',
  request: 'POST /accounts/accounts/{account_uuid}/suspend',
  parameters: {
    account_uuid: uuid('ACCOUNT', 'account to suspend'),
  },
  effect: {changes: 'suspend the account', disruptive: true, idempotent: true},
  undo: undoneBy('accounts reinstate'),
  reply: empty('The account is suspended.'),
  examples: [['A location', '3e14fcef-ef5b-5d57-924f-338d593acfee']],
})
