import {linksIn} from '../../content.ts'
import {says} from '../../wording.ts'
import {campaignRule, type Example, type Fields, type Problem, textOf} from '../rule.ts'

const field = 'message_flow'
const [least, most] = [40, 2048]

/** Ways to opt in, by the words that name them. */
const methods =
  /\b(?:web ?(?:site|page|form)|forms?|online|page|check ?box|tick\w*|check(?:s|ed|ing)? (?:a|the|an) box|sign[ -]?up|keyword|text(?:s|ing)? ["“']?[A-Z]{2,}|send(?:s|ing)? ["“']?[A-Z]{2,}|QR|kiosk|point of sale|counter|front desk|paper|written|verbal\w*|phone call|call(?:s|ing)?|in person|app|portal|enrol\w*|register\w*|toggle|contract|e-?mail)\b|https?:\/\//i

const disclosures = [
  ['frequency', 'how often you write', 'up to 4 messages a month'],
  ['rates', 'that message and data rates may apply', 'Message and data rates may apply'],
  ['stop', 'how to stop', 'Reply STOP to cancel'],
  ['help', 'how to get help', 'Reply HELP for help'],
] as const

function flowOf(campaign: Fields): string {
  return textOf(campaign, field).trim()
}

/** The exemplary way to opt in, with other words in it. */
const flow =
  'Patients opt in on the form at https://acmedental.example/sms by ticking an unticked box of its own that says: “I agree to text messages from Acme Dental about my appointments, up to 4 messages a month. Message and data rates may apply. Reply HELP for help, STOP to cancel.” The privacy policy and the terms are linked beside it.'

function withFlow(text: string): Example {
  return {campaign: {message_flow: text}}
}

/** A rule that finds words which reviewers object to. */
function objection(
  {id, level, code, summary}: {id: string; level: 'error' | 'warning'; code: string; summary: string},
  words: RegExp,
  {message, fix}: {message: string; fix: string},
  examples: {good: readonly string[]; bad: readonly string[]},
) {
  return campaignRule({
    id,
    level,
    summary,
    code,
    check(campaign) {
      const [span] = words.exec(flowOf(campaign)) ?? []
      return span === undefined ? [] : [{field, message, fix, span}]
    },
    examples: {good: examples.good.map(withFlow), bad: examples.bad.map(withFlow)},
  })
}

export const consentRules = [
  campaignRule({
    id: 'flow-length',
    level: 'error',
    summary: 'The way people opt in is told in 40 to 2048 characters',
    code: '30909',
    check(campaign) {
      const {length} = flowOf(campaign)
      if (length === 0 || (length >= least && length <= most)) return []
      if (length > most)
        return [{field, message: `It has ${length} characters, and ${most} is the most.`, fix: 'Shorten it.'}]
      const message = `It has ${length} characters, and ${least} is the least.`
      return [{field, message, fix: 'Say step by step what people see, and what they do.'}]
    },
    examples: {good: [{}], bad: [withFlow('Sign-up on our website.'), withFlow(`${flow} `.repeat(7))]},
  }),
  campaignRule({
    id: 'flow-method',
    level: 'error',
    summary: 'Each way to opt in is named: a form, a keyword, paper, a call',
    code: '30917',
    check(campaign) {
      const text = flowOf(campaign)
      if (text === '' || methods.test(text)) return []
      const message = 'It names no way to opt in.'
      return [
        {
          field,
          message,
          fix: 'Name each: a web form with its address, a keyword and the number, a paper form, a call.',
        },
      ]
    },
    examples: {
      good: [{}],
      bad: [withFlow('All recipients have given their consent to get messages, and we keep a record of it.')],
    },
  }),
  campaignRule({
    id: 'flow-link',
    level: 'warning',
    summary: 'Opting in can be looked at: the address of the form or of a picture of it',
    code: '30909',
    check(campaign) {
      const text = flowOf(campaign)
      if (text === '' || linksIn(text).length > 0) return []
      const message = 'Reviewers find no address at which they can see how people opt in.'
      return [
        {
          field,
          message,
          fix: 'Add the address of the form, or of a public picture of it where it is on paper or behind a login.',
        },
      ]
    },
    examples: {good: [{}], bad: [withFlow(flow.replace(' at https://acmedental.example/sms', ''))]},
  }),
  campaignRule({
    id: 'flow-disclosures',
    level: 'warning',
    summary: 'People are told frequency, rates, STOP and HELP where they opt in',
    code: '30924',
    check(campaign) {
      const text = flowOf(campaign)
      if (text === '') return []
      return disclosures.flatMap(([what, missing, words]): Problem[] =>
        says(text, what)
          ? []
          : [
              {
                field,
                message: `It does not say ${missing}.`,
                fix: `Quote what people read when they opt in, with “${words}”.`,
              },
            ],
      )
    },
    examples: {
      good: [withFlow(flow.replace('up to 4 messages a month', 'one message per appointment'))],
      bad: [
        withFlow(flow.replace(', up to 4 messages a month', '')),
        withFlow(flow.replace(' Message and data rates may apply.', '')),
        withFlow(flow.replace(', STOP to cancel', '')),
        withFlow(flow.replace('Reply HELP for help, ', 'Reply ')),
      ],
    },
  }),
  campaignRule({
    id: 'flow-privacy',
    level: 'warning',
    summary: 'The privacy policy stands where people opt in',
    code: '30908',
    check(campaign) {
      const text = flowOf(campaign)
      if (text === '' || says(text, 'privacy')) return []
      const fix = 'Say where the privacy policy is linked beside the box, and link it there.'
      return [{field, message: 'It does not speak of the privacy policy.', fix}]
    },
    examples: {good: [{}], bad: [withFlow(flow.replace('The privacy policy and the terms', 'The terms'))]},
  }),
  campaignRule({
    id: 'flow-terms',
    level: 'warning',
    summary: 'The terms stand where people opt in',
    code: '30882',
    check(campaign) {
      const text = flowOf(campaign)
      if (text === '' || says(text, 'terms')) return []
      const fix = 'Say where the terms are linked beside the box, and link them there.'
      return [{field, message: 'It does not speak of the terms.', fix}]
    },
    examples: {good: [{}], bad: [withFlow(flow.replace(' and the terms are', ' is'))]},
  }),
  objection(
    {id: 'flow-preticked', level: 'error', code: '30925', summary: 'People tick the box themselves'},
    /(?<!\b(?:not|never|no|un|isn['’]t) ?(?:a )?)(?<!\bun)\bpre-?(?:checked|ticked|selected)\b|\b(?:checked|ticked|selected) by default\b/i,
    {
      message: 'A box that is ticked already is no consent.',
      fix: 'Leave the box empty, and say so: “an unticked box”.',
    },
    {
      good: [flow.replace('an unticked box', 'a box that is not pre-checked,')],
      bad: [
        flow.replace('an unticked box', 'a pre-checked box'),
        flow.replace('an unticked box of its own', 'a box, checked by default,'),
      ],
    },
  ),
  objection(
    {
      id: 'flow-bundled',
      level: 'error',
      code: '30923',
      summary: 'Consent to messages is given apart from other consent',
    },
    /\bby (?:agreeing to|accepting) (?:our |the )?(?:terms|privacy)(?:[^.]|\.\S){0,80}\b(?:agree|consent|opt|receive)|\b(?:purchas\w*|order\w*|creat\w* an account|regist\w*|book\w*)[^.]{0,40}\bautomatically (?:opt|enrol|subscrib|consent|sign)\w*|\bautomatically (?:opted|enrolled|subscribed|signed)\b|\bimplied consent\b/i,
    {
      message: 'Consent to messages comes with something else.',
      fix: 'Give it a box of its own, which people can leave empty and still go on.',
    },
    {
      good: [flow.replace('by ticking', 'when they book, if they like, by ticking')],
      bad: [
        'By accepting our terms at https://acmedental.example/terms, customers agree to receive text messages, up to 4 messages a month. Message and data rates may apply. Reply HELP for help, STOP to cancel. See the privacy policy.',
        'Everybody who books on https://acmedental.example is automatically opted in. Up to 4 messages a month. Message and data rates may apply. Reply HELP for help, STOP to cancel. See the privacy policy and terms.',
      ],
    },
  ),
  objection(
    {
      id: 'flow-bought',
      level: 'error',
      code: '30909',
      summary: 'Consent is given to the brand, not bought from others',
    },
    /\b(?:purchased|bought|rented|third[- ]party|partners?['’]?) (?:contact |phone |lead |marketing )?(?:lists?|leads?|data|databases?)\b|\blead (?:generat\w+|provider|vendor)s?\b|\bcold (?:text|outreach|call)\w*/i,
    {
      message: 'Carriers take consent only where people give it to the brand itself.',
      fix: 'Write only to those who opted in with you, and say how they did.',
    },
    {
      good: [flow],
      bad: [`${flow} Others come from purchased lists.`, `${flow} We use leads of a lead provider, too.`],
    },
  ),
  objection(
    {
      id: 'flow-login',
      level: 'warning',
      code: '30909',
      summary: 'Reviewers can see how people opt in without an account',
    },
    /\b(?:after|once|when|upon) (?:they |the user |users |customers )?(?:have |has |are |is )?(?:log(?:ged|ging|s)?[ -]?(?:in|on)\w*|sign(?:ed|ing|s)?[ -]?in)\b|\bbehind (?:a |the )?(?:log ?in|paywall)\b|\blogin (?:is )?required\b/i,
    {
      message: 'What is behind a login reviewers cannot see.',
      fix: 'Add the address of a public picture of the page.',
    },
    {
      good: [flow.replace('Patients opt in', 'Patients who have an account opt in')],
      bad: [flow.replace('Patients opt in', 'After logging in, patients opt in')],
    },
  ),
  campaignRule({
    id: 'flow-marketing',
    level: 'warning',
    summary: 'Consent to marketing is asked for apart from other messages',
    code: '30913',
    check(campaign) {
      const subs = campaign['sub_usecase_ids']
      const purposes = [textOf(campaign, 'usecase_id'), ...(Array.isArray(subs) ? subs : [])]
      const isMixed = purposes.includes('MARKETING') && purposes.length > 2
      if (!isMixed || /\b(?:separate\w*|own|apart|two|second|optional|each)\b/i.test(flowOf(campaign))) return []
      const message = 'Marketing is one of several purposes, and it has no consent of its own.'
      return [{field, message, fix: 'Ask for marketing with a separate box, and say so.'}]
    },
    examples: {
      good: [
        {
          campaign: {
            usecase_id: 'MIXED',
            sub_usecase_ids: ['MARKETING', 'CUSTOMER_CARE'],
            message_flow: `${flow} Marketing has a second box.`,
          },
        },
        {campaign: {usecase_id: 'MARKETING'}},
      ],
      bad: [
        {
          campaign: {
            usecase_id: 'MIXED',
            sub_usecase_ids: ['MARKETING', 'CUSTOMER_CARE'],
            message_flow: flow.replace(' of its own', ''),
          },
        },
      ],
    },
  }),
] as const
