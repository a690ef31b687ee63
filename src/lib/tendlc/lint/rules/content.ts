import {hostOf, linksIn, phonesIn} from '../../content.ts'
import {campaignRule, type Example, type Fields, type Problem, samplesIn, textOf} from '../rule.ts'
import {shorteners} from '../../shorteners.ts'

/** Every text of a campaign that people or reviewers read. */
function textsOf(campaign: Fields): {field: string; text: string}[] {
  const names = ['description', 'message_flow', 'opt_in_message', 'opt_out_message', 'help_message']
  return [...names.map((field) => ({field, text: textOf(campaign, field)})), ...samplesIn(campaign)]
}

const end = 'Reply STOP to cancel.'
const reminder = `Acme Dental: see you on [date] at [time]. ${end}`

function withSample(sample: string, fields: Fields = {}): Example {
  return {campaign: {sample_messages: [reminder, sample], ...fields}}
}

/** A declaration that must be true of what the samples hold, in both directions. */
function declared(
  campaign: Fields,
  {flag, what, find}: {flag: string; what: string; find: (text: string) => string[]},
): Problem[] {
  const found = samplesIn(campaign).flatMap(({field, text}) => find(text).map((span) => ({field, span})))
  const [first] = found
  if (first !== undefined && campaign[flag] !== true) {
    const message = `Samples hold ${what} (“${first.span}”), and ${flag} is not true.`
    return [{field: flag, message, fix: `Set ${flag}: true.`, mend: true}]
  }
  if (first !== undefined || campaign[flag] !== true || samplesIn(campaign).length === 0) return []
  const fix = `Show one in a sample, or set ${flag}: false.`
  return [{field: flag, level: 'warning', message: `${flag} is true, and no sample holds ${what}.`, fix}]
}

/** A declaration that words in the texts call for. */
function calledFor(campaign: Fields, {flag, words, what}: {flag: string; words: RegExp; what: string}): Problem[] {
  if (campaign[flag] === true) return []
  const texts = textsOf(campaign)
  const hit = texts.map(({field, text}) => ({field, span: words.exec(text)?.[0]})).find(({span}) => span !== undefined)
  if (hit === undefined) return []
  const message = `“${hit.span}” in ${hit.field} speaks of ${what}, and ${flag} is not true.`
  return [
    {
      field: flag,
      level: 'warning',
      message,
      fix: `Set ${flag}: true if messages are about that; else change the words.`,
    },
  ]
}

function wordsFound(
  campaign: Fields,
  words: RegExp,
  tell: (span: string) => Omit<Problem, 'field' | 'span'>,
): Problem[] {
  return textsOf(campaign).flatMap(({field, text}) => {
    const found: readonly string[] = text.match(new RegExp(words, 'gi')) ?? []
    const isFirst = (span: string, at: number) =>
      found.findIndex((other) => other.toLowerCase() === span.toLowerCase()) === at
    return found.filter(isFirst).map((span) => ({field, span, ...tell(span)}))
  })
}

const loanWords = /\b(?:loans?|lending|lenders?|mortgages?|refinanc\w+|cash advances?|credit lines?)\b/i
const adultWords =
  /\b(?:alcohol\w*|beers?|wines?|winery|whiske?y|vodka|tequila|bourbon|brewery|liquor|cocktails?|tobacco|cigars?|cigarettes?|vap(?:e|es|ing)|e-?cig\w*|hookah|21\+|18\+|over (?:18|21)|ammunition|ammo)\b/i
const forbidden =
  /\b(?:casinos?|gambling|sports ?betting|betting|poker|slots|sweepstakes|lotter(?:y|ies)|payday loans?|debt (?:relief|consolidation|forgiveness|collection)|credit repair|cbd|thc|cannabis|marijuana|hemp|kratom|psilocybin|firearms?|handguns?|porn\w*|xxx|escorts?|sex(?:ual)? (?:services?|content|toys?)|hookups?|cryptocurrency|bitcoin|forex|work from home|get rich|multi-?level marketing|affiliate marketing|lead generation|tax relief|gift ?cards? giveaway)\b/i

export const contentRules = [
  campaignRule({
    id: 'public-shortener',
    level: 'error',
    summary: 'No text has a link of a public shortener',
    code: '30892',
    check: (campaign) =>
      textsOf(campaign).flatMap(({field, text}) =>
        linksIn(text)
          .filter((link) => shorteners.has(hostOf(link) ?? ''))
          .map((span) => ({
            field,
            span,
            message: `${hostOf(span)} is a public URL shortener: carriers block its links.`,
            fix: 'Link the page itself, or through a domain of the brand’s own.',
          })),
      ),
    examples: {
      good: [withSample(`Acme Dental: book at https://go.acmedental.example/white. ${end}`, {embedded_link: true})],
      bad: [
        withSample(`Acme Dental: book at https://bit.ly/acme. ${end}`, {embedded_link: true}),
        withSample(`Acme Dental: book at tinyurl.com/acme. ${end}`, {embedded_link: true}),
      ],
    },
  }),
  campaignRule({
    id: 'embedded-link',
    level: 'error',
    summary: 'embedded_link says whether messages hold links',
    code: '601',
    check: (campaign) => declared(campaign, {flag: 'embedded_link', what: 'a link', find: linksIn}),
    examples: {
      good: [
        withSample(`Acme Dental: see www.acmedental.example/faq. ${end}`, {embedded_link: true}),
        withSample(`Acme Dental: at 9 a.m., e.g. on Monday. ${end}`),
      ],
      bad: [withSample(`Acme Dental: see acmedental.example/faq. ${end}`), {campaign: {embedded_link: true}}],
    },
  }),
  campaignRule({
    id: 'embedded-phone',
    level: 'error',
    summary: 'embedded_phone says whether messages hold telephone numbers',
    code: '601',
    check: (campaign) => declared(campaign, {flag: 'embedded_phone', what: 'a telephone number', find: phonesIn}),
    examples: {
      good: [
        withSample(`Acme Dental: call (941) 236-0001 to book. ${end}`, {embedded_phone: true}),
        withSample(`Acme Dental: your code is 123456, of order 2026-05-01. ${end}`),
      ],
      bad: [withSample(`Acme Dental: call 941-236-0001 to book. ${end}`), {campaign: {embedded_phone: true}}],
    },
  }),
  campaignRule({
    id: 'direct-lending',
    level: 'warning',
    summary: 'direct_lending is true where messages are about loans',
    code: '1002',
    check: (campaign) => calledFor(campaign, {flag: 'direct_lending', words: loanWords, what: 'loans'}),
    examples: {
      good: [withSample(`Acme Dental: your loan is paid. ${end}`, {direct_lending: true})],
      bad: [withSample(`Acme Dental: your loan is approved. ${end}`)],
    },
  }),
  campaignRule({
    id: 'age-gated',
    level: 'warning',
    summary: 'age_gated is true where content is for adults',
    code: '1001',
    check: (campaign) => calledFor(campaign, {flag: 'age_gated', words: adultWords, what: 'what is for adults'}),
    examples: {
      good: [withSample(`Acme Dental: wine and whitening on Friday. ${end}`, {age_gated: true})],
      bad: [withSample(`Acme Dental: wine and whitening on Friday. ${end}`)],
    },
  }),
  campaignRule({
    id: 'prohibited-content',
    level: 'error',
    summary: 'Nothing is about what carriers do not carry',
    code: '30883',
    check: (campaign) =>
      wordsFound(campaign, forbidden, (span) => ({
        message: `Carriers do not carry messages about this: “${span}”.`,
        fix: 'Such a campaign cannot be filed again once it is rejected. If the word means something else here, use another one.',
      })),
    examples: {
      good: [withSample(`Acme Dental: your slot on Friday is free. ${end}`)],
      bad: [
        withSample(`Acme Dental: win at our casino night. ${end}`),
        {
          campaign: {
            description:
              'Acme Dental tells patients who asked for it about CBD oil and other things that help against the fear of dentists, twice a month.',
          },
        },
      ],
    },
  }),
] as const
