import {type CollectionSpec} from '../collection.ts'
import {type Store} from '../store.ts'
import {type Campaign} from '../ten-dlc/campaigns.ts'

/** Somebody who wants no messages of a campaign. */
interface OptOut {
  /** `CAMPAIGN:NUMBER` */
  id: string
  campaign_id: string
  number: string
}

export const optOuts: CollectionSpec<OptOut> = {name: 'opt_outs', id: 'id', indexes: ['campaign_id']}

export function hasOptedOut(store: Store, campaignId: string, number: string): boolean {
  return store.collection(optOuts).get(optOutId(campaignId, number)) !== undefined
}

/** What a text of one word may ask for, by the keywords of the campaign, and how it is answered. */
const requests = [
  {keywords: 'opt_out_keywords', answer: 'opt_out_message', wants: 'out'},
  {keywords: 'opt_in_keywords', answer: 'opt_in_message', wants: 'in'},
  {keywords: 'help_keywords', answer: 'help_message', wants: 'help'},
] as const

/**
 * Does what the keyword asks for that a text to a campaign consists of, and gives back the campaign’s answer; undefined for
 * all other texts.
 */
export function obeyKeyword(store: Store, campaign: Campaign, from: string, text: string): string | undefined {
  const word = text.trim().toUpperCase()
  const asked = requests.find(({keywords}) => wordsOf(campaign[keywords]).includes(word))
  if (asked === undefined) return undefined
  const {campaign_id} = campaign
  const id = optOutId(campaign_id, from)
  if (asked.wants === 'out') store.collection(optOuts).put({id, campaign_id, number: from})
  if (asked.wants === 'in') store.collection(optOuts).delete(id)
  return campaign[asked.answer]
}

function wordsOf(keywords: string | undefined): string[] {
  return (keywords ?? '').split(',').map((word) => word.trim().toUpperCase())
}

export function optOutId(campaignId: string, number: string): string {
  return `${campaignId}:${number}`
}
