import {type ProvisionedNumber} from '../numbers/provisioned-number.ts'
import {type Brand} from './brand.ts'
import {type Campaign} from './campaign.ts'
import {registrationState} from './registration-state.ts'

/** Where one part of an account's registration stands. */
export interface RegistrationStatus {
  account_uuid: string
  /** `numbers`: those that are in no campaign; `account`: one that cannot be read. */
  part: 'brand' | 'campaign' | 'numbers' | 'account'
  name: string
  campaign_id: string | null
  usecase_id: string | null
  /** As the platform tells it; null where it tells none, or there is nothing. */
  status: string | null
  /** How many numbers; null for brands. */
  numbers: number | null
  /** How much carriers let through, as the platform tells it. */
  throughput_class: string | null
  /** What keeps it from sending; null where nothing does. */
  blocked_by: string | null
}

/** The rows of one account: its brand, its campaigns, and the numbers without one. */
export function statusRows(
  account_uuid: string,
  brand: Brand | undefined,
  campaigns: readonly Campaign[],
  numbers: readonly Pick<ProvisionedNumber, 'number' | 'campaign_id'>[],
): RegistrationStatus[] {
  const base = {account_uuid, campaign_id: null, usecase_id: null, status: null, numbers: null, throughput_class: null}
  const free = numbers.filter(({campaign_id}) => campaign_id === null)
  const countOf = (id: string) => numbers.filter(({campaign_id}) => campaign_id === id).length
  return [
    {
      ...base,
      part: 'brand',
      name: brand?.brand_name ?? '',
      status: brand?.status ?? null,
      blocked_by: brandBlock(brand),
    },
    ...campaigns.map((campaign): RegistrationStatus => {
      const count = countOf(campaign.campaign_id)
      return {
        ...base,
        part: 'campaign',
        name: campaign.display_name,
        campaign_id: campaign.campaign_id,
        usecase_id: campaign.usecase_id,
        status: campaign.status ?? null,
        numbers: count,
        throughput_class: campaign.throughput_class ?? null,
        blocked_by: brandBlock(brand) === null ? campaignBlock(campaign, count) : 'its brand',
      }
    }),
    ...(free.length === 0
      ? []
      : [
          {
            ...base,
            part: 'numbers' as const,
            name: 'without a campaign',
            numbers: free.length,
            blocked_by: 'no campaign',
          },
        ]),
  ]
}

/** The row of an account that may be seen, and not looked into. */
export function unreadable(account_uuid: string, reason: string): RegistrationStatus {
  return {
    ...{account_uuid, part: 'account', name: account_uuid, campaign_id: null, usecase_id: null, status: null},
    ...{numbers: null, throughput_class: null, blocked_by: `it cannot be read: ${reason}`},
  }
}

/** Whether a decision is still to come. */
export function isPending({status}: RegistrationStatus): boolean {
  return status !== null && registrationState(status) === 'pending'
}

function brandBlock(brand: Brand | undefined): string | null {
  if (brand === undefined) return 'no brand is registered'
  const state = registrationState(brand.status)
  if (state === 'pending') return 'the registry is checking it'
  return state === 'failed' ? (brand.status_reason ?? 'the registry refused it') : null
}

function campaignBlock({status, rejection}: Campaign, numbers: number): string | null {
  const state = registrationState(status)
  if (state === 'pending') return 'the carriers are reviewing it'
  if (state === 'failed') {
    return rejection ? `${rejection.code}: ${rejection.field}: ${rejection.message}` : 'the carriers rejected it'
  }
  return numbers === 0 ? 'no number is in it' : null
}
