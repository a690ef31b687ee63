import {type Sandbox} from '../sandbox.ts'
import {type Brand, brandReply, brands, verificationMs} from '../ten-dlc/brands.ts'
import {type Campaign, campaigns, campaignReply, reviewStepMs} from '../ten-dlc/campaigns.ts'
import {publish} from './publish.ts'

const brandKind = '10dlc.brand-state'
const campaignKind = '10dlc.campaign-state'

/** Puts down that the registry will have looked at a brand. */
export function expectBrandState({agenda}: Sandbox, {account_uuid, submitted_at}: Brand): void {
  agenda.add(submitted_at + verificationMs, brandKind, {account_uuid, submitted_at})
}

/** Puts down when the registry and then the carriers will have looked at a campaign. */
export function expectCampaignStates({agenda}: Sandbox, {campaign_id, submitted_at}: Campaign): void {
  for (const step of [1, 2]) agenda.add(submitted_at + step * reviewStepMs, campaignKind, {campaign_id, submitted_at})
}

/** Tells subscribers of each state of brands, unless they were filed anew or deleted meanwhile. */
export function announceBrandStates(sandbox: Sandbox): void {
  sandbox.agenda.register(brandKind, ({account_uuid, submitted_at}, at) => {
    const brand = sandbox.store.collection(brands).get(account_uuid as string)
    if (brand?.submitted_at !== submitted_at || brand === undefined) return
    const event = {service: 'sms', event: 'brand_state_changed', account_uuid: brand.account_uuid} as const
    publish(sandbox, {...event, data: brandReply(brand, at)})
  })
}

/** The same for campaigns. */
export function announceCampaignStates(sandbox: Sandbox): void {
  sandbox.agenda.register(campaignKind, ({campaign_id, submitted_at}, at) => {
    const campaign = sandbox.store.collection(campaigns).get(campaign_id as string)
    if (campaign?.submitted_at !== submitted_at || campaign === undefined) return
    const event = {service: 'sms', event: 'campaign_state_changed', account_uuid: campaign.account_uuid} as const
    publish(sandbox, {...event, data: campaignReply(sandbox.store, campaign, at)})
  })
}
