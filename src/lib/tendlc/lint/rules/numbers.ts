import {campaignRule, elementsOf, type Problem} from '../rule.ts'

/** A campaign may have that many numbers unless it pools them. */
const mostNumbers = 49

function normal(text: string): string | undefined {
  const digits = text.replace(/[\s().-]/g, '')
  if (/^\+1[2-9]\d{9}$/.test(digits)) return digits
  return /^1?[2-9]\d{9}$/.test(digits) ? `+1${digits.slice(-10)}` : undefined
}

export const numberRules = [
  campaignRule({
    id: 'number-form',
    level: 'error',
    summary: 'Numbers are of North America',
    code: null,
    check: (campaign) =>
      elementsOf(campaign, 'numbers')
        .filter(({text}) => normal(text) === undefined)
        .map(({field, text}) => ({
          field,
          message: `“${text}” is no number of North America.`,
          fix: 'Write it like +19412360001.',
        })),
    examples: {
      good: [{campaign: {numbers: ['+19412360001', '(941) 236-0002']}}],
      bad: [{campaign: {numbers: ['+442071838750']}}, {campaign: {numbers: ['911']}}],
    },
  }),
  campaignRule({
    id: 'number-twice',
    level: 'error',
    summary: 'A number is in a campaign once',
    code: null,
    check(campaign) {
      const numbers = elementsOf(campaign, 'numbers').map(({field, text}) => ({field, number: normal(text) ?? text}))
      const seen = new Set<string>()
      return numbers.flatMap(({field, number}): Problem[] => {
        if (!seen.has(number)) {
          seen.add(number)
          return []
        }
        return [{field, message: `${number} is there twice.`, fix: 'Take one of them out.'}]
      })
    },
    examples: {
      good: [{campaign: {numbers: ['+19412360001', '+19412360002']}}],
      bad: [{campaign: {numbers: ['+19412360001', '941-236-0001']}}],
    },
  }),
  campaignRule({
    id: 'number-pooling',
    level: 'error',
    summary: 'num_pooling is true for 50 numbers or more',
    code: '601',
    check(campaign) {
      const {length} = elementsOf(campaign, 'numbers')
      if (length <= mostNumbers || campaign['num_pooling'] === true) return []
      const message = `There are ${length} numbers, and without number pooling ${mostNumbers} is the most.`
      return [
        {
          field: 'num_pooling',
          message,
          fix: 'Set num_pooling: true; carriers look at such campaigns by hand.',
          mend: true,
        },
      ]
    },
    examples: {
      good: [{campaign: {numbers: many(49)}}, {campaign: {numbers: many(50), num_pooling: true}}],
      bad: [{campaign: {numbers: many(50)}}],
    },
  }),
] as const

function many(count: number): string[] {
  return Array.from({length: count}, (_, index) => `+1941236${String(index).padStart(4, '0')}`)
}
