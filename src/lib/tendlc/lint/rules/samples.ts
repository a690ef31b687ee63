import {namesBrand, namesOf, says} from '../../wording.ts'
import {campaignRule, type Example, type Fields, type Problem, samplesIn, textOf} from '../rule.ts'

const [fewest, most] = [2, 5]
const [shortest, longest] = [20, 1024]
const list = 'sample_messages'

const reminder = 'Acme Dental: see you on [date] at [time]. Reply C to confirm, or STOP to cancel.'

function withSamples(...samples: string[]): Example {
  return {campaign: {sample_messages: samples}}
}

/** What is wrong where no sample, or not every one, has something: the first is an error, the others are warnings. */
function lacking(
  campaign: Fields,
  has: (text: string) => boolean,
  {what, fix}: {what: string; fix: string},
): Problem[] {
  const samples = samplesIn(campaign)
  if (samples.length === 0) return []
  const without = samples.filter(({text}) => !has(text))
  if (without.length === samples.length) return [{field: list, message: `No sample ${what}.`, fix}]
  return without.map(({field}) => ({
    field,
    level: 'warning',
    message: `This sample does not ${what.replace(/s\b/, '')}.`,
    fix,
  }))
}

export const sampleRules = [
  campaignRule({
    id: 'sample-count',
    level: 'error',
    summary: 'There are 2 to 5 samples',
    code: '30893',
    check(campaign) {
      const {length} = samplesIn(campaign)
      if (length === 0 || (length >= fewest && length <= most)) return []
      const message =
        length > most ? `There are ${length} samples, and ${most} is the most.` : 'There is one sample only.'
      const fix = length > most ? 'Keep those that show most of what you send.' : 'Add another message that you send.'
      return [{field: list, message, fix}]
    },
    examples: {
      good: [{}],
      bad: [
        withSamples(reminder),
        withSamples(...[1, 2, 3, 4, 5, 6].map((day) => `Acme Dental: see you on day ${day}. Reply STOP to cancel.`)),
      ],
    },
  }),
  campaignRule({
    id: 'sample-length',
    level: 'error',
    summary: 'A sample has 20 to 1024 characters',
    code: '30893',
    check: (campaign) =>
      samplesIn(campaign).flatMap(({field, text}): Problem[] => {
        const {length} = text.trim()
        if (length >= shortest && length <= longest) return []
        const message =
          length < shortest
            ? `It has ${length} characters, and ${shortest} is the least.`
            : `It has ${length} characters, and ${longest} is the most.`
        return [{field, message, fix: 'Write the message as you will send it.'}]
      }),
    examples: {
      good: [withSamples(reminder, 'Acme Dental: bye. STOP ends.')],
      bad: [
        withSamples(reminder, 'Acme Dental: STOP'),
        withSamples(reminder, `Acme Dental: ${'see you soon '.repeat(90)} STOP`),
      ],
    },
  }),
  campaignRule({
    id: 'sample-distinct',
    level: 'error',
    summary: 'Samples differ',
    code: '30893',
    check(campaign) {
      const texts = samplesIn(campaign).map(({text}) => text.trim().toLowerCase())
      return samplesIn(campaign).flatMap(({field, text}, index): Problem[] => {
        const first = texts.indexOf(text.trim().toLowerCase())
        if (text === '' || first === index) return []
        return [{field, message: `It is the same as sample ${first + 1}.`, fix: 'Show another message that you send.'}]
      })
    },
    examples: {good: [{}], bad: [withSamples(reminder, `${reminder} `)]},
  }),
  campaignRule({
    id: 'sample-brand',
    level: 'error',
    summary: 'Samples name the brand: one must, all should',
    code: '30893',
    check(campaign, {brand}) {
      const names = namesOf({brand_name: textOf(brand, 'brand_name'), legal_name: textOf(brand, 'legal_name')})
      if (names.length === 0) return []
      const fix = `Begin it with the brand: “${textOf(brand, 'brand_name') || textOf(brand, 'legal_name')}: …”.`
      return lacking(campaign, (text) => namesBrand(text, names), {what: 'names the brand', fix})
    },
    examples: {
      good: [
        withSamples(reminder, 'Your dentist ACME-DENTAL will see you on Friday. Reply STOP to cancel.'),
        {
          brand: {brand_name: 'Bay Area Dentists', legal_name: 'Bay Area Dentists LLC'},
          campaign: {
            sample_messages: [
              'BAD: see you on Friday at 9. Reply STOP to cancel.',
              'Bay Area Dentists: see you on Monday. Reply STOP to cancel.',
            ],
            opt_in_message:
              'Bay Area Dentists: You are now opted in. Message frequency varies. Msg & data rates may apply. Reply HELP for help, STOP to cancel.',
            opt_out_message: 'Bay Area Dentists: You will receive no more messages. Reply START to resubscribe.',
            help_message: 'Bay Area Dentists: For help call +19412360001. Reply STOP to cancel.',
          },
        },
      ],
      bad: [
        withSamples('See you on Friday at 9. Reply STOP to cancel.', 'Your visit is confirmed. Reply STOP to cancel.'),
        withSamples(reminder, 'Your visit is confirmed. Reply STOP to cancel.'),
      ],
    },
  }),
  campaignRule({
    id: 'sample-opt-out',
    level: 'error',
    summary: 'Samples say how to stop: one must, all should',
    code: '30893',
    check: (campaign) =>
      lacking(campaign, (text) => says(text, 'stop'), {
        what: 'says how to stop',
        fix: 'End it with “Reply STOP to cancel.”',
      }),
    examples: {
      good: [withSamples(reminder, 'Acme Dental: your visit is confirmed. Text stop to opt out.')],
      bad: [
        withSamples('Acme Dental: see you on Friday at 9.', 'Acme Dental: stop by our office for a check-up.'),
        withSamples(reminder, 'Acme Dental: your visit on Friday is confirmed.'),
      ],
    },
  }),
  campaignRule({
    id: 'sample-placeholder',
    level: 'warning',
    summary: 'A sample is a message, with variables in it at most',
    code: '30893',
    check: (campaign) =>
      samplesIn(campaign).flatMap(({field, text}): Problem[] => {
        const span = placeholderIn(text)
        if (span === undefined) return []
        const message = `“${span.slice(0, 40)}” stands for a message, and is none.`
        return [{field, message, fix: 'Write the message as you will send it; [name] for what varies is fine.', span}]
      }),
    examples: {
      good: [
        withSamples('Acme Dental: hello [first name], see you on {{date}}. Reply STOP to cancel.', reminder),
        withSamples('Acme Dental: todo listo para su visita de mañana. Responda STOP para cancelar.', reminder),
      ],
      bad: [
        withSamples(reminder, '[Acme Dental reminder with the option to STOP]'),
        withSamples(reminder, 'Acme Dental: lorem ipsum dolor sit amet. STOP'),
        withSamples(reminder, 'Acme Dental: this is a test message. Reply STOP to cancel.'),
      ],
    },
  }),
] as const

/** What people leave where a message is to stand. */
const placeholders: readonly RegExp[] = [
  // All of it in one pair of brackets.
  /^\s*[[{<(][^\]}>)]*[\]}>)]\s*$/,
  /\blorem ipsum\b/i,
  /\b(?:this is )?(?:a )?(?:test|sample|example) (?:message|text|sms)\b/i,
  /\binsert (?:message|text|here)\b/i,
  /\bx{4,}\b/i,
  // In capitals: “todo” is a word of Spanish.
  /\b(?:TODO|TBD|FIXME)\b/,
]

/** The first placeholder in a text, as it stands there. */
function placeholderIn(text: string): string | undefined {
  return placeholders.map((pattern) => pattern.exec(text)?.[0]).find((span) => span !== undefined)
}
