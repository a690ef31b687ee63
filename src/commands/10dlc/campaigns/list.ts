import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {account} from '../../../lib/parameters.ts'
import {type Campaign, campaignColumns} from '../../../lib/tendlc/campaign.ts'

export default operation({
  operation: 'Campaigns.listCampaigns',
  summary: 'List the campaigns of an account',
  request: 'GET /sms/10dlc/customers/{account_uuid}/campaigns',
  parameters: {account_uuid: account()},
  reply: list<Campaign>({columns: campaignColumns, id: 'campaign_id', noun: 'campaigns', paging: 'none'}),
  examples: [
    ['With their states', ''],
    ['Those that were rejected', '--where status=REJECTED'],
  ],
})
