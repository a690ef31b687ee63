import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Brand} from './brand.ts'
import {type Campaign, isSameCampaign} from './campaign.ts'

/** What of an account a filing is laid beside. */
export interface Standing {
  account_uuid: string
  brand: Brand | undefined
  campaigns: readonly Campaign[]
  /** Numbers of the account, and the campaign that each is in. */
  numbers: ReadonlyMap<string, string | null>
}

export interface WantedCampaign<V> {
  values: V
  numbers: readonly string[]
}

/** What is to be done for one campaign: it is registered unless it is there, and gets the numbers that are not in it. */
export interface CampaignStep<V> extends WantedCampaign<V> {
  present: Campaign | undefined
}

interface CampaignValues {
  display_name: string
  description: string
  usecase_id: string
  sample_messages?: readonly string[] | undefined
}

/** Throws where the account has another brand: there is one per account, and never a second. */
export function mustBeBrandOf(
  {account_uuid, brand}: Standing,
  wanted: {legal_name: string; e_i_n?: string | undefined; brand_name: string} | undefined,
): void {
  const isSame = (name: 'legal_name' | 'e_i_n') =>
    brand?.[name] !== undefined && plain(brand[name]) === plain(wanted?.[name] ?? '')
  if (brand === undefined || wanted === undefined || isSame('legal_name') || isSame('e_i_n')) return
  throw new CliError(`The account has another brand already: ${brand.brand_name}.`, {
    code: 'already-registered',
    exit: ExitCode.Refused,
    hint: `Look at it: commsctl 10dlc brands get --account ${account_uuid}`,
  })
}

/** Throws for numbers that the account does not have, and for those that are in another campaign. */
export function planCampaigns<V extends CampaignValues>(
  standing: Standing,
  wanted: readonly WantedCampaign<V>[],
): CampaignStep<V>[] {
  const steps = wanted.map(({values, numbers}) => {
    const present = standing.campaigns.find((campaign) => isSameCampaign(values, campaign))
    return {values, present, numbers, missing: numbers.filter((number) => !standing.numbers.has(number))}
  })
  const absent = steps.flatMap(({missing}) => missing)
  if (absent.length > 0) {
    throw new CliError(`The account does not have ${absent.join(', ')}.`, {
      code: 'not-found',
      exit: ExitCode.NotFound,
      hint: 'Provision numbers first: commsctl numbers provision NUMBERS...',
    })
  }
  const elsewhere = steps.flatMap(({present, numbers}) =>
    numbers.filter((number) => ![null, present?.campaign_id].includes(standing.numbers.get(number))),
  )
  if (elsewhere.length > 0) {
    throw new CliError(`In another campaign: ${elsewhere.join(', ')}.`, {
      code: 'in-another-campaign',
      exit: ExitCode.Refused,
      hint: 'Take them out of it first: commsctl 10dlc campaigns unassign CAMPAIGN NUMBERS...',
    })
  }
  return steps.map(({values, present, numbers}) => ({
    values,
    present,
    numbers: numbers.filter((number) => standing.numbers.get(number) == null),
  }))
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
