import {emailsIn, linksIn, phonesIn} from './content.ts'

/** What reviewers look for in texts, by the words that say it. */
const wordings = {
  frequency:
    /\bfrequen|\b(?:a|an|per|each|every) (?:day|week|month|year|visit|order|appointment|booking|delivery|login|sign-in|purchase|payment|transaction)s?\b|\b(?:msgs?|messages?|texts?) ?\/ ?(?:day|week|wk|month|mo)\b|\b(?:daily|weekly|monthly|recurring|one-time)\b|\bone (?:message|msg|text)\b/i,
  rates: /\bdata rates\b|\b(?:msg|message|carrier|standard) (?:rates|charges|fees)\b/i,
  // In capitals, or as what to reply: “stop by our shop” is something else.
  stop: /\bSTOP\b|\b(?:[Rr]eply|[Tt]ext|[Ss]end)(?: with)? ?["'“‘]?[Ss]top\b|\b[Uu]nsubscribe\b|\b[Oo]pt(?:ing)?[ -]?out\b/,
  help: /\bHELP\b|\b(?:[Rr]eply|[Tt]ext|[Ss]end)(?: with)? ?["'“‘]?[Hh]elp\b/,
  privacy: /\bprivacy\b/i,
  terms: /\bterms\b|\bT&Cs?\b/i,
  noMore:
    /\bno (?:more|further|longer)\b|\b(?:won['’]t|will not|not|never) (?:be )?(?:receive|get|hear|sent|send|text|message)/i,
} as const

export type Wording = keyof typeof wordings

export function says(text: string, what: Wording): boolean {
  return wordings[what].test(text)
}

/** Whether a text names a telephone number, a mail address or a web page. */
export function hasContact(text: string): boolean {
  return linksIn(text).length > 0 || phonesIn(text).length > 0 || emailsIn(text).length > 0
}

const suffix =
  /[,\s]+(?:inc(?:orporated)?|llc|l\.l\.c|ltd|limited|corp(?:oration)?|co|company|llp|lp|pllc|pc|p\.c|plc|gmbh|foundation|trust|n\.a)\.?$/i

/** Whether a legal name ends as companies' names do: `Inc`, `LLC`. */
export function hasLegalSuffix(name: string): boolean {
  return suffix.test(name.trim().replace(/\.$/, ''))
}

/** What a brand may be called in a text, as letters and digits: its names without suffix, initials, the first word of it. */
export function namesOf({brand_name, legal_name}: {brand_name: string; legal_name: string}): string[] {
  const full = [brand_name, legal_name].flatMap((name) => [name, name.trim().replace(/\.$/, '').replace(suffix, '')])
  const words = brand_name.split(/[\s-]+/).filter((word) => /^[\p{Lu}\d]/u.test(word))
  const initials = words.length >= 3 ? [words.map((word) => word[0]).join('')] : []
  const first = (words[0] ?? '').length >= 4 ? [words[0]!] : []
  return [...new Set([...full, ...initials, ...first].map(bare))].filter((name) => name.length >= 2)
}

/** Whether a text names the brand in one of these ways. */
export function namesBrand(text: string, names: readonly string[]): boolean {
  const shown = bare(text)
  return names.some((name) => shown.includes(name))
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
