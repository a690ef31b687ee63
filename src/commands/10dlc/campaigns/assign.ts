import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {undoneBy} from '../../../lib/operation/undo.ts'
import {account, phoneNumbers, text} from '../../../lib/parameters.ts'
import {type Campaign, campaignColumns} from '../../../lib/tendlc/campaign.ts'

export default operation({
  operation: 'Campaigns.assignToSMSCampaign',
  summary: 'Assign phone numbers to a campaign',
  request: 'POST /sms/10dlc/customers/{account_uuid}/campaigns/{campaign_id}/numbers/assign',
  parameters: {
    account_uuid: account(),
    campaign_id: text('CAMPAIGN', 'campaign to send from'),
    tns: phoneNumbers('NUMBERS...', 'numbers to assign; - or @FILE reads a list'),
  },
  effect: {changes: 'assign numbers to campaign', idempotent: true},
  each: {parameter: 'tns', name: 'number', done: 'assigned'},
  undo: undoneBy('10dlc campaigns unassign', 'Those that were in the campaign before are taken out, too.'),
  reply: object<Campaign>({columns: campaignColumns, id: 'campaign_id'}),
  examples: [['Two numbers', 'CSMILE1 +19412340001 +19412340002']],
})
