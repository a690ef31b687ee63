import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {account, text} from '../../../lib/parameters.ts'
import {registration} from '../../../lib/tendlc/registration.ts'
import {type Campaign, campaignDetails} from '../../../lib/tendlc/campaign.ts'

export default operation({
  operation: 'Campaigns.getCampaign',
  summary: 'Show one campaign and where its review stands',
  request: 'GET /sms/10dlc/customers/{account_uuid}/campaigns/{campaign_id}',
  parameters: {
    account_uuid: account(),
    campaign_id: text('CAMPAIGN', 'campaign to show'),
  },
  reply: object<Campaign>({columns: campaignDetails, id: 'campaign_id'}),
  course: registration(['ACTIVE', 'PENDING', 'REJECTED', 'SUSPENDED'], ({campaign_id: id}) => `campaign ${String(id)}`),
  examples: [['Why a campaign was rejected', 'CPROMO1 --jq .rejection']],
})
