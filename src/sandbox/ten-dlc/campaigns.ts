import {createHash} from 'node:crypto'
import {type CollectionSpec} from '../collection.ts'
import {type Store} from '../store.ts'
import {type CampaignFields} from './campaign-fields.ts'
import {rejectionOf} from './campaign-review.ts'

/** The registry, and then the carriers, look at a campaign for that long each, in milliseconds. */
export const reviewStepMs = 5000

/** A campaign with the time of its filing. */
export interface Campaign extends CampaignFields {
  campaign_id: string
  account_uuid: string
  /** Milliseconds on the sandbox's clock: the state follows from it. */
  submitted_at: number
}

export const campaigns: CollectionSpec<Campaign> = {name: 'campaigns', id: 'campaign_id', indexes: ['account_uuid']}

export type CampaignStatus = 'PENDING' | 'IN_REVIEW' | 'ACTIVE' | 'REJECTED'

export function campaignStatus(campaign: Campaign, now: number): CampaignStatus {
  const age = now - campaign.submitted_at
  if (age < reviewStepMs) return 'PENDING'
  if (age < 2 * reviewStepMs) return 'IN_REVIEW'
  return rejectionOf(campaign) === undefined ? 'ACTIVE' : 'REJECTED'
}

/** A campaign as replies show it: with its state and its numbers. */
export function campaignReply(store: Store, campaign: Campaign, now: number) {
  const {campaign_id, account_uuid, submitted_at, ...fields} = campaign
  const status = campaignStatus(campaign, now)
  const rejection = status === 'REJECTED' ? rejectionOf(campaign) : undefined
  return {
    campaign_id,
    account_uuid,
    ...fields,
    sub_usecase_ids: fields.sub_usecase_ids ?? [],
    status,
    ...(rejection && {rejection}),
    ...(status === 'ACTIVE' && {throughput_class: throughputClass(campaign)}),
    tns: store.numbers.ofCampaign(campaign_id),
    submitted_datetime: new Date(submitted_at).toISOString(),
  }
}

/** AT&T's class of a brand that is not vetted: T of low volume, W of sole proprietors, E of the rest. */
function throughputClass({usecase_id: id}: CampaignFields): string {
  return id === 'LOW_VOLUME' ? 'T' : id === 'SOLE_PROPRIETOR' ? 'W' : 'E'
}

/** An id that no campaign has: C and six letters or digits, the same in each sandbox for the same count of campaigns made. */
export function nextCampaignId(store: Store): string {
  const count = (store.setting<number>('campaigns_made') ?? 0) + 1
  store.setSetting('campaigns_made', count)
  const hash = createHash('sha1').update(`campaign ${count}`).digest('hex').slice(0, 12)
  const id = `C${parseInt(hash, 16).toString(36).toUpperCase().padStart(6, '0').slice(-6)}`
  return store.collection(campaigns).get(id) ? nextCampaignId(store) : id
}
