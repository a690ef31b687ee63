import {fieldsWithPlatformTexts} from '../../platform-texts.ts'
import {type AutomaticReplies, repliesFor} from '../../replies.ts'
import {hasContact, namesBrand, namesOf, says} from '../../wording.ts'
import {campaignRule, type Fields, type Problem, textOf} from '../rule.ts'

const [shortest, longest] = [20, 320]
/** What some providers take at most. */
const safelyLong = 255

const names = ['opt_in_message', 'opt_out_message', 'help_message'] as const satisfies (keyof AutomaticReplies)[]

/** The replies that are there and not the platform's own, which have a rule to themselves. */
function repliesIn(campaign: Fields): {field: (typeof names)[number]; text: string}[] {
  const platforms = fieldsWithPlatformTexts(campaign)
  return names
    .map((field) => ({field, text: textOf(campaign, field)}))
    .filter(({field, text}) => text.trim() !== '' && !platforms.includes(field))
}

/** A reply from the brand, where enough is known of it to write one. */
function draftFrom(brand: Fields, field: (typeof names)[number]): string | undefined {
  const [brand_name, phone_number, website] = ['brand_name', 'phone_number', 'website'].map((name) =>
    textOf(brand, name),
  )
  return brand_name && phone_number && website ? repliesFor({brand_name, phone_number, website})[field] : undefined
}

function lacks(field: string, missing: readonly string[], level?: 'warning'): Problem[] {
  return missing.map((what) => ({
    field,
    message: `It does not say ${what.replace(/: .*$/, '')}.`,
    fix: `Add ${what}.`,
    ...(level !== undefined && {level}),
  }))
}

export const replyRules = [
  campaignRule({
    id: 'platform-text',
    level: 'error',
    summary: 'No text is the platform’s own default, which names no brand, frequency or contact',
    code: '30887',
    check: (campaign, {brand}) =>
      fieldsWithPlatformTexts(campaign).map((field): Problem => {
        const name = names.find((one) => one === field)
        const mend = name === undefined ? undefined : draftFrom(brand, name)
        const fix = mend === undefined ? 'Say in your own words how people opt in.' : `Write: ${mend}`
        return {field, message: 'It is the platform’s own default text: carriers reject it.', fix, mend}
      }),
    examples: {
      good: [{}],
      bad: [
        {campaign: {help_message: 'To unsubscribe, reply "STOP" to this number.  Msg&data rates may apply.'}},
        {campaign: {opt_in_message: 'You are now opted-in.\n\nFor help, reply HELP.\n\nTo opt-out, reply STOP'}},
        {campaign: {message_flow: 'Users may opt-in by sending START to any number associated with the campaign.'}},
      ],
    },
  }),
  campaignRule({
    id: 'reply-missing',
    level: 'warning',
    summary: 'The replies to opting in, opting out and HELP are in the filing',
    code: '861',
    check: (campaign, {brand}) =>
      names
        .filter((field) => textOf(campaign, field).trim() === '')
        .map((field): Problem => {
          const mend = draftFrom(brand, field)
          const message = 'It is missing: the platform would file a text of its own, which carriers reject.'
          const fix = mend === undefined ? 'Write it.' : `Write for example: ${mend}`
          return {field, message, fix, mend}
        }),
    examples: {good: [{}], bad: [{campaign: {help_message: null}}, {campaign: {opt_in_message: ''}}]},
  }),
  campaignRule({
    id: 'reply-length',
    level: 'error',
    summary: 'Replies have 20 to 320 characters, better at most 255',
    code: null,
    check: (campaign) =>
      repliesIn(campaign).flatMap(({field, text}): Problem[] => {
        const {length} = text.trim()
        if (length < shortest)
          return [{field, message: `It has ${length} characters, and ${shortest} is the least.`, fix: 'Say more.'}]
        if (length <= safelyLong) return []
        const message = `It has ${length} characters, and ${longest} is the most; some providers take ${safelyLong}.`
        return [{field, level: length > longest ? 'error' : 'warning', message, fix: 'Shorten it.'}]
      }),
    examples: {
      good: [{}],
      bad: [
        {campaign: {opt_out_message: 'Acme Dental: bye.'}},
        {
          campaign: {
            opt_out_message: `Acme Dental: You will receive no more messages.${' We are sorry to see you go.'.repeat(10)}`,
          },
        },
      ],
    },
  }),
  campaignRule({
    id: 'reply-brand',
    level: 'error',
    summary: 'Each reply names the brand',
    code: '861',
    check(campaign, {brand}) {
      const known = namesOf({brand_name: textOf(brand, 'brand_name'), legal_name: textOf(brand, 'legal_name')})
      if (known.length === 0) return []
      return repliesIn(campaign)
        .filter(({text}) => !namesBrand(text, known))
        .map(({field}) => ({
          field,
          message: 'It does not name the brand.',
          fix: `Begin it with the brand: “${textOf(brand, 'brand_name') || textOf(brand, 'legal_name')}: …”.`,
        }))
    },
    examples: {
      good: [{}],
      bad: [{campaign: {opt_out_message: 'You are unsubscribed and will receive no more messages.'}}],
    },
  }),
  campaignRule({
    id: 'opt-in-reply',
    level: 'error',
    summary: 'The reply to opting in names frequency, rates, HELP and STOP',
    code: '30887',
    check: (campaign) =>
      repliesIn(campaign)
        .filter(({field}) => field === 'opt_in_message')
        .flatMap(({field, text}) => [
          ...lacks(field, says(text, 'stop') ? [] : ['how to stop: “Reply STOP to cancel”']),
          ...lacks(
            field,
            [
              ...(says(text, 'frequency') ? [] : ['how often you write: “Message frequency varies”']),
              ...(says(text, 'rates') ? [] : ['that rates apply: “Msg & data rates may apply”']),
              ...(says(text, 'help') ? [] : ['how to get help: “Reply HELP for help”']),
            ],
            'warning',
          ),
        ]),
    examples: {
      good: [
        {
          campaign: {
            opt_in_message:
              'Acme Dental: Welcome! 4 msgs/month. Msg&data rates may apply. Reply HELP for help, STOP to end.',
          },
        },
      ],
      bad: [
        {campaign: {opt_in_message: 'Acme Dental: You are now opted in. Thank you!'}},
        {campaign: {opt_in_message: 'Acme Dental: You are now opted in. Reply HELP for help, STOP to cancel.'}},
      ],
    },
  }),
  campaignRule({
    id: 'opt-out-reply',
    level: 'error',
    summary: 'The reply to opting out confirms that no more messages come',
    code: '30887',
    check: (campaign) =>
      repliesIn(campaign)
        .filter(({field, text}) => field === 'opt_out_message' && !says(text, 'noMore'))
        .flatMap(({field}) => lacks(field, ['that no more messages come: “You will receive no more messages”'])),
    examples: {
      good: [
        {campaign: {opt_out_message: 'Acme Dental: You have opted out and won’t receive messages from us again.'}},
      ],
      bad: [{campaign: {opt_out_message: 'Acme Dental: We are sorry to see you go.'}}],
    },
  }),
  campaignRule({
    id: 'help-reply',
    level: 'error',
    summary: 'The reply to HELP names a telephone number, an address or a page',
    code: '861',
    check: (campaign) =>
      repliesIn(campaign)
        .filter(({field, text}) => field === 'help_message' && !hasContact(text))
        .flatMap(({field}) => lacks(field, ['how to reach you: a telephone number, a mail address or a web page'])),
    examples: {
      good: [
        {campaign: {help_message: 'Acme Dental: write to office@acmedental.example. Reply STOP to cancel.'}},
        {campaign: {help_message: 'Acme Dental: call us at 800 236 0001. Reply STOP to cancel.'}},
      ],
      bad: [{campaign: {help_message: 'Acme Dental: ask our front desk. Reply STOP to cancel.'}}],
    },
  }),
] as const
