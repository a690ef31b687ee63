/** What became of one part of a filing. */
export interface FilingOutcome {
  part: 'brand' | 'campaign' | 'numbers'
  /** The brand's or the campaign's name. */
  name: string
  /** `present`: it was there already. `waiting`: it can only go when what stands before it is decided. */
  outcome: 'registered' | 'present' | 'assigned' | 'waiting' | 'refused'
  /** Of a campaign: its id. */
  campaign_id: string | null
  message: string
}
