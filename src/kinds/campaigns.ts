import deleteCampaign from '../commands/10dlc/campaigns/delete.ts'
import getCampaign from '../commands/10dlc/campaigns/get.ts'
import listCampaigns from '../commands/10dlc/campaigns/list.ts'
import {registerCampaign} from '../commands/10dlc/campaigns/register.ts'
import {updateCampaign} from '../commands/10dlc/campaigns/update.ts'
import getBrand from '../commands/10dlc/brands/get.ts'
import {type JsonObject} from '../lib/client/wire.ts'
import {collect} from '../lib/collect.ts'
import {type Kind} from '../lib/plan/kind.ts'
import {type Inputs} from '../lib/parameter.ts'
import {parameterFields, setFields} from '../lib/plan/parameter-fields.ts'
import {type Campaign, samplesOf} from '../lib/tendlc/campaign.ts'
import {campaignParameters} from '../lib/tendlc/campaign-parameters.ts'
import {registrationState} from '../lib/tendlc/registration-state.ts'
import {repliesFor} from '../lib/tendlc/replies.ts'

/** Campaigns by display name, with the fields of a filing. What is changed of one registers it anew. */
export const campaigns: Kind = {
  section: 'campaigns',
  noun: 'campaign',
  key: 'display_name',
  id: 'campaign_id',
  fields: parameterFields(campaignParameters),
  needed: ['description', 'usecase_id', 'message_flow', 'sample_messages'],
  after: ['brand'],
  sets: ['sub_usecase_ids'],
  fixed: ['usecase_id', 'sub_usecase_ids'],
  calls: {create: registerCampaign, change: updateCampaign, remove: deleteCampaign},

  async read(planning) {
    // Without a brand there are none, and the platform does not know the account.
    if ((await planning.existing('brand')).length === 0) return []
    const all = await collect(planning.all(listCampaigns, {account_uuid: planning.account}))
    return all.map((campaign) => ({
      key: campaign.display_name,
      id: campaign.campaign_id,
      fields: fieldsOf(campaign),
    }))
  },

  async create(applying, [wanted]) {
    const account_uuid = applying.account
    const brand = await applying.call(getBrand, {account_uuid})
    const fields = wanted!.fields as unknown as Inputs<typeof registerCampaign.shape.parameters>
    const {campaign_id} = await applying.call(registerCampaign, {...repliesFor(brand), ...fields, account_uuid})
    return [campaign_id]
  },

  async change(applying, [changing]) {
    const {existing, changes} = changing!
    const whole = {...existing.fields, ...changes}
    await applying.call(updateCampaign, {account_uuid: applying.account, campaign_id: existing.id, ...whole})
  },

  async remove(applying, [existing]) {
    await applying.call(deleteCampaign, {account_uuid: applying.account, campaign_id: existing!.id})
  },

  async waiting(applying, campaign_id) {
    const {status} = await applying.call(getCampaign, {account_uuid: applying.account, campaign_id})
    return registrationState(status) === 'pending' ? `The campaign is ${status}.` : undefined
  },
}

/** A campaign as a file has it. */
function fieldsOf(campaign: Campaign): JsonObject {
  return setFields(campaignParameters, {...campaign, sample_messages: samplesOf(campaign)})
}
