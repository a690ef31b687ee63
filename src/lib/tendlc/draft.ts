import {type JsonObject} from '../client/wire.ts'
import {type Brand} from './brand.ts'
import {contentOf} from './content.ts'
import {type DraftText, draftTexts} from './draft-texts.ts'
import {messageFlowFor, repliesFor} from './replies.ts'

type Named = Pick<Brand, 'brand_name' | 'phone_number' | 'website'>

/** What a campaign of several purposes is drafted for where none are named. */
export const usualPurposes: readonly string[] = ['ACCOUNT_NOTIFICATION', 'CUSTOMER_CARE']

/** The campaign of a filing, written from the brand and what it is for, with all that reviewers look for. */
export function draftCampaign(brand: Named, usecase_id: string, subs: readonly string[]): JsonObject {
  const texts = (subs.length === 0 ? [usecase_id] : subs).map((id) => draftTexts[id] ?? draftTexts['CUSTOMER_CARE']!)
  const samples = samplesOf(texts).map((sample) => sample.replaceAll('BRAND', brand.brand_name))
  const content = contentOf(samples)
  return {
    display_name: `${brand.brand_name}: ${usecase_id}`,
    usecase_id,
    ...(subs.length > 0 && {sub_usecase_ids: [...subs]}),
    description: descriptionOf(brand, texts),
    message_flow: messageFlowFor(brand),
    sample_messages: samples,
    privacy_link: `${siteOf(brand)}/privacy`,
    terms_link: `${siteOf(brand)}/terms`,
    embedded_link: content.has('embedded_link'),
    embedded_phone: content.has('embedded_phone'),
    opt_in_keywords: 'START',
    opt_out_keywords: 'STOP',
    help_keywords: 'HELP',
    ...repliesFor(brand),
  }
}

/** Two of one purpose; the first of each where there are several. */
function samplesOf(texts: readonly DraftText[]): string[] {
  return texts.length === 1 ? [...texts[0]!.samples] : texts.map(({samples}) => samples[0])
}

function descriptionOf({brand_name: name, website}: Named, texts: readonly DraftText[]): string {
  const sentences = texts.map(({people, purpose}, index) =>
    index === 0 ? `${name} sends ${people} ${purpose}.` : `It sends ${people} ${purpose}.`,
  )
  return `${sentences.join(' ')} Everybody who gets messages asked for them on ${website}, and can stop them with STOP at any time.`
}

function siteOf({website}: Named): string {
  return new URL(website).origin
}
