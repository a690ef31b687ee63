import {type JsonObject} from '../../../lib/client/wire.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {account, text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Campaigns.deleteCampaign',
  summary: 'Delete a campaign; its numbers stay yours',
  request: 'DELETE /sms/10dlc/customers/{account_uuid}/campaigns/{campaign_id}',
  parameters: {
    account_uuid: account(),
    campaign_id: text('CAMPAIGN', 'campaign to delete'),
  },
  effect: {changes: 'delete campaign', destructive: true},
  reply: object<JsonObject>({columns: ['status']}),
  examples: [['A rejected one', 'CPROMO1']],
})
