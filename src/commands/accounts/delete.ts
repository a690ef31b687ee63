import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Accounts.deleteAccount',
  summary: 'Delete an account',
  request: 'DELETE /accounts/accounts/{account_uuid}',
  parameters: {
    account_uuid: uuid('ACCOUNT', 'account to delete'),
  },
  effect: {changes: 'delete the account', destructive: true},
  reply: empty('The account is deleted.', {pending: true}),
  examples: [['A location that has closed', 'c7e43357-2846-523e-bce6-9f694bb64dc3']],
})
