import {type JsonObject} from '../../../lib/client/wire.ts'
import {collect} from '../../../lib/collect.ts'
import {operation} from '../../../lib/operation.ts'
import {dependents} from '../../../lib/operation/consequences.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {account} from '../../../lib/parameters.ts'
import listCampaigns from '../campaigns/list.ts'
import getBrand from './get.ts'

export default operation({
  operation: 'Campaigns.deleteBrand',
  summary: 'Delete an account’s brand',
  request: 'DELETE /sms/10dlc/customers/{account_uuid}',
  parameters: {account_uuid: account()},
  effect: {changes: 'delete the brand of account', destructive: true},
  consequences: async (caller, {account_uuid}) => {
    const {brand_name, legal_name} = await caller.call(getBrand, {account_uuid})
    const campaigns = await collect(caller.all(listCampaigns, {account_uuid}))
    return [
      `${brand_name}, ${legal_name}`,
      ...dependents(
        'Campaigns',
        campaigns.map(({campaign_id}) => campaign_id),
      ),
    ]
  },
  reply: object<JsonObject>({columns: ['status']}),
  examples: [['See what would be sent', '--dry-run']],
})
