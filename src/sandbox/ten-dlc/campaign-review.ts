import {type CampaignFields, sampleNames} from './campaign-fields.ts'

/** Why carriers do not take a campaign. */
export interface Rejection {
  /** As providers of the registry number the reasons. */
  code: number
  field: string
  message: string
  /** Whether a changed filing is looked at again. */
  resubmittable: boolean
}

interface Objection {
  /** What a text must not have; the match is shown. */
  words: RegExp
  code: number
  message: string
  resubmittable: boolean
}

const objections: readonly Objection[] = [
  {
    words:
      /\b(casino|gambling|sports betting|sweepstakes|payday loans?|debt relief|cbd|cannabis|marijuana|firearms?)\b/i,
    code: 30883,
    message: 'Carriers do not carry messages about this',
    resubmittable: false,
  },
  {
    words: /\b(bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd)\b/i,
    code: 30892,
    message: 'Links must not go through a public URL shortener',
    resubmittable: true,
  },
  // For trying out a rejection.
  {words: /\bREJECT\b/, code: 30886, message: 'The purpose of the messages is not clear', resubmittable: true},
]

/** What carriers find wrong in the description and the samples: the first thing, or nothing. */
export function rejectionOf(campaign: CampaignFields): Rejection | undefined {
  for (const {words, code, message, resubmittable} of objections) {
    for (const field of ['description', ...sampleNames] as const) {
      const [found] = words.exec(campaign[field] ?? '') ?? []
      if (found !== undefined) return {code, field, message: `${message}: “${found}”.`, resubmittable}
    }
  }
  return undefined
}
