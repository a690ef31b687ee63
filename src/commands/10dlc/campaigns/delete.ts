import {type JsonObject} from '../../../lib/client/wire.ts'
import {collect} from '../../../lib/collect.ts'
import {operation} from '../../../lib/operation.ts'
import {dependents} from '../../../lib/operation/consequences.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {account, text} from '../../../lib/parameters.ts'
import {numbersOfAccount} from '../../numbers/list.ts'
import getCampaign from './get.ts'

export default operation({
  operation: 'Campaigns.deleteCampaign',
  summary: 'Delete a campaign; its numbers stay yours',
  request: 'DELETE /sms/10dlc/customers/{account_uuid}/campaigns/{campaign_id}',
  parameters: {
    account_uuid: account(),
    campaign_id: text('CAMPAIGN', 'campaign to delete'),
  },
  effect: {changes: 'delete campaign', destructive: true},
  consequences: async (caller, {account_uuid, campaign_id}) => {
    const {display_name} = await caller.call(getCampaign, {account_uuid, campaign_id})
    const numbers = (await collect(caller.all(numbersOfAccount, {account_uuid}))).filter(
      (number) => number.campaign_id === campaign_id,
    )
    return [
      display_name,
      ...dependents(
        'Numbers that may no longer send',
        numbers.map(({number}) => number),
      ),
    ]
  },
  reply: object<JsonObject>({columns: ['status']}),
  examples: [['A rejected one', 'CPROMO1']],
})
