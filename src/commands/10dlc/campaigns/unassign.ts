import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {undoneBy} from '../../../lib/operation/undo.ts'
import {account, phoneNumbers, text} from '../../../lib/parameters.ts'
import {type Campaign, campaignColumns} from '../../../lib/tendlc/campaign.ts'

export default operation({
  operation: 'Campaigns.removeFromSMSCampaign',
  summary: 'Remove phone numbers from a campaign',
  request: 'POST /sms/10dlc/customers/{account_uuid}/campaigns/{campaign_id}/numbers/unassign',
  parameters: {
    account_uuid: account(),
    campaign_id: text('CAMPAIGN', 'campaign that they are in'),
    tns: phoneNumbers('NUMBERS...', 'numbers to remove; - or @FILE reads a list'),
  },
  effect: {changes: 'remove numbers from campaign', idempotent: true},
  each: {parameter: 'tns', name: 'number', done: 'unassigned'},
  undo: undoneBy('10dlc campaigns assign'),
  reply: object<Campaign>({columns: campaignColumns, id: 'campaign_id'}),
  examples: [['One number', 'CSMILE1 +19412340003']],
})
