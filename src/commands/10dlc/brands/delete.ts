import {type JsonObject} from '../../../lib/client/wire.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {account} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Campaigns.deleteBrand',
  summary: 'Delete an account’s brand',
  request: 'DELETE /sms/10dlc/customers/{account_uuid}',
  parameters: {account_uuid: account()},
  effect: {changes: 'delete the brand of account', destructive: true},
  reply: object<JsonObject>({columns: ['status']}),
  examples: [['See what would be sent', '--dry-run']],
})
