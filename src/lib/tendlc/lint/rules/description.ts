import {campaignRule, textOf} from '../rule.ts'

const [least, good, most] = [40, 100, 4096]

export const descriptionRules = [
  campaignRule({
    id: 'description-length',
    level: 'error',
    summary: 'The description has 40 to 4096 characters, and better 100 or more',
    code: '30886',
    check(campaign) {
      const field = 'description'
      const {length} = textOf(campaign, field).trim()
      if (length === 0 || (length >= good && length <= most)) return []
      const fix = 'Say who sends what to whom, and why they want it.'
      if (length > most)
        return [{field, message: `It has ${length} characters, and ${most} is the most.`, fix: 'Shorten it.'}]
      if (length < least) return [{field, message: `It has ${length} characters, and ${least} is the least.`, fix}]
      return [{field, level: 'warning', message: `It has ${length} characters: reviewers call that vague.`, fix}]
    },
    examples: {
      good: [{}],
      bad: [
        {campaign: {description: 'Reminders for patients.'}},
        {campaign: {description: 'Acme Dental sends its patients reminders of their appointments.'}},
        {campaign: {description: 'Acme Dental reminds patients. '.repeat(140)}},
      ],
    },
  }),
  campaignRule({
    id: 'description-recipients',
    level: 'warning',
    summary: 'The description says who gets the messages',
    code: '30886',
    check(campaign) {
      const text = textOf(campaign, 'description')
      if (text === '' || recipients.test(text)) return []
      const fix = 'Name them: patients, customers, members, staff.'
      return [{field: 'description', message: 'It does not say who gets the messages.', fix}]
    },
    examples: {
      good: [
        {
          campaign: {
            description:
              'Acme Dental tells members of its whitening club who signed up for it about new appointments, because they asked to hear of them first.',
          },
        },
      ],
      bad: [
        {
          campaign: {
            description:
              'Acme Dental sends messages about appointments and about other things that are going on, several times a month and sometimes more.',
          },
        },
      ],
    },
  }),
  campaignRule({
    id: 'description-purpose',
    level: 'warning',
    summary: 'The description is a sentence about the messages, not a slogan or a list of words',
    code: '30886',
    check(campaign) {
      const text = textOf(campaign, 'description')
      if (text === '' || purpose.test(text)) return []
      const fix = 'Say what is sent and why: “sends … to … because …”.'
      return [{field: 'description', message: 'It does not say what the messages do.', fix}]
    },
    examples: {
      good: [
        {
          campaign: {
            description:
              'One-time codes that Acme Dental sends to patients who sign in to its portal, so that nobody else can read what is in their records.',
          },
        },
      ],
      bad: [
        {
          campaign: {
            description:
              'Acme Dental: the best dental care for patients and customers in Venice, Sarasota and all of the Gulf coast for more than twenty years!',
          },
        },
      ],
    },
  }),
] as const

const recipients =
  /\b(?:patients?|customers?|clients?|members?|subscribers?|users?|guests?|students?|parents?|guardians?|residents?|tenants?|donors?|employees?|staff|volunteers?|drivers?|couriers?|shoppers?|buyers?|patrons?|voters?|citizens?|people|participants?|attendees?|visitors?|owners?|applicants?|candidates?|recipients?|policyholders?|borrowers?|account ?holders?|families|caregivers?|teams?|travell?ers?|those|who|anyone|consumers?|fans?|players?|supporters?|agents?|leads?)\b/i

const purpose =
  /\b(?:sends?|sent|remind\w*|notif\w*|confirm\w*|tells?|inform\w*|alerts?|updates?|answers?|deliver\w*|ask\w*|warn\w*|invit\w*|offers?|promot\w*|verif\w*|follow\w* up|keeps?|communicat\w*|messages? (?:about|with|that|when)|codes?|reach\w*|respond\w*|text(?:s|ing)?|receiv\w*|gets?)\b/i
