import {hostOf} from '../../content.ts'
import {campaignRule, type Fields, type Problem, textOf} from '../rule.ts'
import {isOfSite} from './brand-contact.ts'

const longest = 255

const links = [
  ['privacy_link', 'privacy policy', '30908'],
  ['terms_link', 'terms', '30882'],
] as const

type Link = (typeof links)[number]

function missing(campaign: Fields, [field, what]: Link): Problem[] {
  if (textOf(campaign, field).trim() !== '') return []
  return [{field, message: `The link to the ${what} is missing.`, fix: `Add the address of the page with the ${what}.`}]
}

function malformed(campaign: Fields, field: string): Problem[] {
  const link = textOf(campaign, field)
  if (link === '') return []
  if (link.length > longest)
    return [
      {field, message: `It has ${link.length} characters, and ${longest} is the most.`, fix: 'Give a shorter address.'},
    ]
  if (/^https:\/\//i.test(link) && hostOf(link)?.includes('.')) return []
  if (/^http:\/\//i.test(link) && hostOf(link) !== undefined) {
    return [{field, message: `${link} is not https.`, fix: 'Serve the page with https, and write https://.'}]
  }
  const mend = !/[\s:]/.test(link) && hostOf(link)?.includes('.') ? `https://${link}` : undefined
  return [
    {
      field,
      message: `“${link}” is no web address.`,
      fix: `Write it whole: ${mend ?? 'https://acmedental.example/privacy'}.`,
      mend,
    },
  ]
}

function elsewhere(campaign: Fields, brand: Fields, [field, what]: Link): Problem[] {
  const [host, site] = [hostOf(textOf(campaign, field)), hostOf(textOf(brand, 'website'))]
  if (textOf(campaign, field) === '' || host === undefined || site === undefined || isOfSite(host, site)) return []
  const fix = `Put the ${what} on ${site}, or say in the flow why they are elsewhere.`
  return [{field, message: `The ${what} are on ${host}, and the brand’s website is ${site}.`, fix, span: host}]
}

export const linkRules = [
  ...links.map((link) =>
    campaignRule({
      id: `${link[0].replace('_', '-')}-given`,
      level: 'warning',
      summary: `There is a link to the ${link[1]}`,
      code: link[2],
      check: (campaign) => missing(campaign, link),
      examples: {good: [{}], bad: [{campaign: {[link[0]]: null}}]},
    }),
  ),
  campaignRule({
    id: 'link-form',
    level: 'error',
    summary: 'Links to the privacy policy and the terms are https, 255 characters at most',
    code: '30908',
    check: (campaign) => links.flatMap(([field]) => malformed(campaign, field)),
    examples: {
      good: [{campaign: {privacy_link: 'https://www.acmedental.example/legal/privacy?lang=en'}}],
      bad: [
        {campaign: {privacy_link: 'http://acmedental.example/privacy'}},
        {campaign: {terms_link: 'acmedental.example/terms'}},
        {campaign: {terms_link: 'on request'}},
      ],
    },
  }),
  campaignRule({
    id: 'link-site',
    level: 'warning',
    summary: 'The privacy policy and the terms are on the brand’s website',
    code: '30908',
    check: (campaign, {brand}) => links.flatMap((link) => elsewhere(campaign, brand, link)),
    examples: {
      good: [{campaign: {privacy_link: 'https://legal.acmedental.example/privacy'}}],
      bad: [{campaign: {privacy_link: 'https://policies.example/acme'}}],
    },
  }),
] as const
