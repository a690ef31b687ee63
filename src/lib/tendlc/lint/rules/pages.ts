import {linksIn} from '../../content.ts'
import {brandRule, campaignRule, type Facts, type Fields, type Problem, textOf} from '../rule.ts'

/** Addresses of pages that reviewers open: the site, the policies, and where people opt in. */
export function pagesOf(brand: Fields, campaigns: readonly Fields[]): string[] {
  const named = campaigns.flatMap((campaign) => [
    textOf(campaign, 'privacy_link'),
    textOf(campaign, 'terms_link'),
    ...flowLinks(campaign),
  ])
  return [...new Set([textOf(brand, 'website'), ...named])].filter((link) => /^https?:\/\//i.test(link))
}

function flowLinks(campaign: Fields): string[] {
  return linksIn(textOf(campaign, 'message_flow')).filter((link) => /^https?:\/\//i.test(link))
}

const noSharing =
  /\b(?:not|never|nor|no|without)\b[^.]{0,160}\b(?:shar\w+|sell\w*|sold|rent\w*|transfer\w*|disclos\w+|provid\w+)\b|\b(?:shar\w+|sell|sold|transfer\w*|disclos\w+)\b[^.]{0,120}\b(?:not|never|excluded?|excludes)\b/i
const aboutMessages = /\b(?:mobile|text messag\w*|sms|opt-in|phone numbers?|telephone numbers?)\b/i

function unreachable(field: string, link: string, {pages}: Facts, code: string): Problem[] {
  const page = pages?.get(link)
  if (page === undefined || !('fault' in page)) return []
  return [
    {
      field,
      message: `${link} cannot be read: ${page.fault}.`,
      fix: `Put the page there, open to everybody (${code}).`,
      span: link,
    },
  ]
}

export const pageRules = [
  brandRule({
    id: 'website-answers',
    level: 'error',
    summary: 'The website can be read, and there is something on it',
    code: '30919',
    online: true,
    check(brand, facts) {
      const website = textOf(brand, 'website')
      const page = facts.pages?.get(website)
      if (page === undefined || 'fault' in page) return unreachable('website', website, facts, 'reviewers look at it')
      if (page.text.trim().length >= leastText) return []
      const message = `${website} shows hardly any text without scripts.`
      return [{field: 'website', level: 'warning', message, fix: 'Say on it who the brand is and what it does.'}]
    },
    examples: {
      good: [
        {
          pages: {
            'https://acmedental.example': {
              text: 'Acme Dental has been caring for teeth in Venice since 1999. '.repeat(5),
            },
          },
        },
      ],
      bad: [
        {pages: {'https://acmedental.example': {fault: '404 Not Found'}}},
        {pages: {'https://acmedental.example': {text: 'Soon.'}}},
      ],
    },
  }),
  campaignRule({
    id: 'privacy-clause',
    level: 'error',
    summary: 'The privacy policy can be read, and says that mobile opt-in data is not shared',
    code: '30908',
    online: true,
    check(campaign, facts) {
      const field = 'privacy_link'
      const link = textOf(campaign, field)
      const page = facts.pages?.get(link)
      if (page === undefined || 'fault' in page) return unreachable(field, link, facts, 'reviewers look for it')
      const sentences = page.text.split(/(?<=[.!?])\s+/)
      if (sentences.some((sentence) => aboutMessages.test(sentence) && noSharing.test(sentence))) return []
      const message = 'The privacy policy does not say that mobile opt-in data is not shared.'
      const fix = 'Add to it: “Mobile opt-in data and consent are not shared with third parties for their marketing.”'
      return [{field, message, fix}]
    },
    examples: {
      good: [
        {
          pages: {
            'https://acmedental.example/privacy': {
              text: 'We will never sell or share mobile opt-in data with third parties.',
            },
          },
        },
      ],
      bad: [
        {pages: {'https://acmedental.example/privacy': {text: 'We share your data with our partners.'}}},
        {pages: {'https://acmedental.example/privacy': {fault: '500'}}},
      ],
    },
  }),
  campaignRule({
    id: 'terms-answer',
    level: 'error',
    summary: 'The terms can be read',
    code: '30882',
    online: true,
    check: (campaign, facts) => unreachable('terms_link', textOf(campaign, 'terms_link'), facts, 'reviewers read it'),
    examples: {
      good: [{pages: {'https://acmedental.example/terms': {text: 'Terms of messages.'}}}],
      bad: [{pages: {'https://acmedental.example/terms': {fault: '404 Not Found'}}}],
    },
  }),
  campaignRule({
    id: 'flow-page-answers',
    level: 'error',
    summary: 'The page on which people opt in can be read',
    code: '30909',
    online: true,
    check: (campaign, facts) =>
      flowLinks(campaign).flatMap((link) => unreachable('message_flow', link, facts, 'reviewers open it')),
    examples: {
      good: [{pages: {'https://acmedental.example/sms': {text: 'Text me!'}}}],
      bad: [{pages: {'https://acmedental.example/sms': {fault: 'no such host'}}}],
    },
  }),
] as const

/** A page with less text is taken for an empty one. */
const leastText = 200
