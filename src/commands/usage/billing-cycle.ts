import {type BillingCycle} from '../../lib/usage/usage.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {account} from '../../lib/parameters.ts'

export default operation({
  operation: 'Usage.getAccountBillingCycle',
  summary: 'Show the billing cycle that an account is in',
  request: 'GET /usage/accounts/{account_uuid}/billing_cycle',
  parameters: {
    account_uuid: account(),
  },
  reply: object<BillingCycle>({columns: ['start_date', 'end_date']}),
  examples: [
    ['Of your account', ''],
    ['When it ends', '--jq .end_date'],
  ],
})
