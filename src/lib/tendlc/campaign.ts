import {type ColumnSpec} from '../output/columns.ts'

/** A campaign of a brand, with the wire's field names. */
export interface Campaign {
  campaign_id: string
  display_name: string
  description: string
  usecase_id: string
  sub_usecase_ids?: string[]
  message_flow: string
  sample_msg1?: string
  sample_msg2?: string
  sample_msg3?: string
  sample_msg4?: string
  sample_msg5?: string
  terms_link?: string
  privacy_link?: string
  sub_opt_in?: boolean
  sub_opt_out?: boolean
  sub_help?: boolean
  num_pooling?: boolean
  direct_lending?: boolean
  embedded_link?: boolean
  embedded_phone?: boolean
  aff_marketing?: boolean
  age_gated?: boolean
  auto_renewal?: boolean
  opt_in_keywords?: string
  opt_out_keywords?: string
  help_keywords?: string
  opt_in_message?: string
  opt_out_message?: string
  help_message?: string
  /** Where its review stands; not every platform version tells. */
  status?: string
  /** How much carriers let through; not every platform version tells. */
  throughput_class?: string
  /** The numbers in it; not every platform version tells. */
  tns?: string[]
  rejection?: {code: string | number; field: string; message: string; resubmittable: boolean} | null
}

export const campaignColumns: readonly ColumnSpec<Campaign>[] = ['campaign_id', 'display_name', 'usecase_id', 'status']

export const campaignDetails: readonly ColumnSpec<Campaign>[] = [
  ...campaignColumns,
  'rejection.message',
  'description',
  'message_flow',
  'sample_msg1',
  'sample_msg2',
  'opt_in_message',
  'opt_out_message',
  'help_message',
  'privacy_link',
  'terms_link',
]

export const sampleNames = ['sample_msg1', 'sample_msg2', 'sample_msg3', 'sample_msg4', 'sample_msg5'] as const

export const mostSamples = sampleNames.length

/** Sample messages under the names that the wire has for them. */
export function sampleFields(samples: readonly string[]): Record<string, string> {
  return Object.fromEntries(samples.slice(0, mostSamples).map((sample, index) => [sampleNames[index]!, sample]))
}

/** The sample messages of a campaign, in order. */
export function samplesOf(campaign: {readonly [name in (typeof sampleNames)[number]]?: unknown}): string[] {
  return sampleNames.flatMap((name) => (campaign[name] as string | null | undefined) ?? [])
}

interface Text {
  description: string
  usecase_id: string
}

/** Whether two filings have the same text: then they are the same filing. */
export function isSameCampaign(
  one: Text & {readonly sample_messages?: readonly string[] | undefined},
  other: Text & {readonly [name in (typeof sampleNames)[number]]?: unknown},
): boolean {
  return (
    one.description === other.description &&
    one.usecase_id === other.usecase_id &&
    samplesOf(other).join('\n') === (one.sample_messages ?? []).join('\n')
  )
}

/** What it takes to look at a campaign that was registered. */
export function ofCampaign({account_uuid}: {account_uuid: string}, {campaign_id}: Pick<Campaign, 'campaign_id'>) {
  return {account_uuid, campaign_id}
}
