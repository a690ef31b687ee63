import {type Brand} from './brand.ts'
import {type Campaign} from './campaign.ts'
import {type FilingOutcome} from './filing-outcome.ts'
import {type CampaignStep} from './registration-plan.ts'
import {registrationState} from './registration-state.ts'

interface Calls<V> {
  /** The brand that is there already. */
  brand: Brand | undefined
  registerBrand(): Promise<Brand>
  readBrand(): Promise<Brand>
  registerCampaign(values: V): Promise<Campaign>
  readCampaign(id: string): Promise<Campaign>
  assign(campaign: string, numbers: readonly string[]): Promise<unknown>
  /** Whether decisions are waited for. */
  waits: boolean
  /** The state that campaigns are waited for; any decision when left out. */
  wanted?: string | undefined
  /** Looks once, or again and again until there is an answer. */
  waitFor<T>(what: string, look: () => Promise<T | undefined>): Promise<T | undefined>
}

/** Carries out a filing: what is there already stays, what cannot go yet waits. */
export class FilingRun<V extends {display_name: string}> {
  waiting = 0
  refused = 0

  constructor(private readonly calls: Calls<V>) {}

  /** What becomes of each part, as it is known. */
  async *outcomes(steps: readonly CampaignStep<V>[]): AsyncIterable<FilingOutcome> {
    const brand = this.calls.brand ?? (await this.calls.registerBrand())
    yield {
      part: 'brand',
      name: brand.brand_name,
      outcome: this.calls.brand === undefined ? 'registered' : 'present',
      campaign_id: null,
      message: brand.status ?? '',
    }
    const decided = await this.decided(`brand ${brand.brand_name}`, brand, () => this.calls.readBrand())
    const state = registrationState(decided.status)
    if (state === 'failed') {
      this.refused += 1
      yield this.#row('brand', brand.brand_name, 'refused', null, [decided.status, decided.status_reason])
      return
    }
    const mayHaveCampaigns = state !== 'pending'
    const campaigns: {step: CampaignStep<V>; campaign: Campaign}[] = []
    for (const step of steps) {
      const {display_name: name} = step.values
      if (step.present === undefined && !mayHaveCampaigns) {
        this.waiting += 1
        yield this.#row('campaign', name, 'waiting', null, [`The brand is ${decided.status}.`])
        continue
      }
      const campaign = step.present ?? (await this.calls.registerCampaign(step.values))
      campaigns.push({step, campaign})
      yield this.#row('campaign', name, step.present ? 'present' : 'registered', campaign.campaign_id, [
        campaign.status,
      ])
    }
    for (const {step, campaign} of campaigns) yield* this.#numbersOf(step, campaign)
  }

  async *#numbersOf({values, numbers, present}: CampaignStep<V>, campaign: Campaign): AsyncIterable<FilingOutcome> {
    const {campaign_id: id} = campaign
    const read = () => this.calls.readCampaign(id)
    // Nothing is left to do for it, and nobody waits for its review.
    if (numbers.length === 0 && present !== undefined && !this.calls.waits) return
    const {status, rejection} = await this.decided(`campaign ${id}`, campaign, read, this.calls.wanted)
    const state = registrationState(status)
    if (state === 'failed') {
      this.refused += 1
      const why = rejection ? `${rejection.code}: ${rejection.field}: ${rejection.message}` : ''
      yield this.#row('campaign', values.display_name, 'refused', id, [status, why])
    } else if (state === 'pending' && (numbers.length > 0 || this.calls.waits)) {
      this.waiting += 1
      yield this.#row(numbers.length > 0 ? 'numbers' : 'campaign', values.display_name, 'waiting', id, [
        `The campaign is ${status}.`,
      ])
    } else if (numbers.length > 0) {
      await this.calls.assign(id, numbers)
      yield this.#row('numbers', values.display_name, 'assigned', id, [numbers.join(', ')])
    }
  }

  /** How a registration stands when it is decided, or when there is no more time to wait for that. */
  private async decided<T extends {status?: string}>(
    what: string,
    registered: T,
    read: () => Promise<T>,
    wanted?: string,
  ): Promise<T> {
    const isThere = ({status}: T) => {
      const state = registrationState(status)
      return wanted === undefined ? state !== 'pending' : status === wanted || state === 'failed'
    }
    if (isThere(registered)) return registered
    let shown = registered
    const look = async () => {
      shown = await read()
      return isThere(shown) ? shown : undefined
    }
    return (await this.calls.waitFor(`Waiting for ${what}`, look)) ?? shown
  }

  #row(
    part: FilingOutcome['part'],
    name: string,
    outcome: FilingOutcome['outcome'],
    campaign_id: string | null,
    message: readonly (string | null | undefined)[],
  ): FilingOutcome {
    return {part, name, outcome, campaign_id, message: message.filter(Boolean).join(': ')}
  }
}
