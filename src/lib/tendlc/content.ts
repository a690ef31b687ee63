import {shorteners} from './shorteners.ts'

const topLevels =
  'com|net|org|co|io|ly|gl|gd|me|us|biz|info|edu|gov|app|dev|shop|store|online|site|link|to|cc|tv|ai|example'
/** Their names end in what else ends a sentence: these hosts alone are links. */
const shortHosts = [...shorteners].map((host) => host.replaceAll('.', '\\.')).join('|')
const linkForm = new RegExp(
  `\\bhttps?://[^\\s"'”<>()]+|\\bwww\\.[^\\s"'”<>()]+|(?<![@\\w.-])(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\\.(?:${topLevels})|${shortHosts})\\b(?:/[^\\s"'”<>()]*)?(?!@)`,
  'gi',
)
const phoneForm =
  /(?<![\w+./-])(?:\+?1[-. ]?)?\(?[2-9]\d{2}\)?[-. ]?\d{3}[-. ]\d{4}(?!\d)|(?<![\w+./-])(?:\+?1)?[2-9]\d{2}[2-9]\d{6}(?!\d)|\+[2-9]\d[\d -]{7,12}\d/g
const emailForm = /[^\s@<>"“”(),;:]+@[^\s@<>"“”(),;:]+\.[a-z]{2,}/gi

/** Links in a text, as they stand there: whole addresses and bare host names. */
export function linksIn(text: string): string[] {
  if (!text.includes('.')) return []
  return (text.match(linkForm) ?? []).map((link) => link.replace(/[.,;:!?]+$/, ''))
}

/** Telephone numbers in a text. */
export function phonesIn(text: string): string[] {
  return text.match(phoneForm) ?? []
}

export function emailsIn(text: string): string[] {
  return text.includes('@') ? (text.match(emailForm) ?? []) : []
}

/** The host that a link names, without `www.`; undefined where it names none. */
export function hostOf(link: string): string | undefined {
  const address = /^https?:\/\//i.test(link) ? link : `https://${link}`
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : undefined
}

/** What messages hold that a campaign must declare, as far as the samples show it. */
export function contentOf(samples: readonly string[]): Set<'embedded_link' | 'embedded_phone'> {
  const found = new Set<'embedded_link' | 'embedded_phone'>()
  for (const sample of samples) {
    if (linksIn(sample).length > 0) found.add('embedded_link')
    if (phonesIn(sample).length > 0) found.add('embedded_phone')
  }
  return found
}
