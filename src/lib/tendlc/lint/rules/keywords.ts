import {campaignRule, type Fields, type Problem, textOf} from '../rule.ts'

const longest = 255

const expected = {opt_in_keywords: 'START', opt_out_keywords: 'STOP', help_keywords: 'HELP'} as const

function wordsOf(campaign: Fields, field: string): string[] {
  return textOf(campaign, field).split(',')
}

function formProblem(campaign: Fields, field: string): Problem[] {
  const text = textOf(campaign, field)
  if (text.length > longest) {
    return [
      {field, message: `It has ${text.length} characters, and ${longest} is the most.`, fix: 'Keep the usual words.'},
    ]
  }
  const span = wordsOf(campaign, field).find((word) => !/^[a-z0-9]+$/i.test(word.trim()))
  if (text === '' || span === undefined) return []
  const words = wordsOf(campaign, field).map((word) => word.replace(/[^a-z0-9]/gi, ''))
  const mend = words.filter((word) => word !== '').join(',')
  const fix = mend === '' ? 'Write words of letters and digits.' : `Write ${mend}.`
  const message = `“${span.trim()}” is not one word of letters and digits; commas stand between words.`
  return [{field, message, fix, span: span.trim() || undefined, mend: mend === '' ? undefined : mend}]
}

export const keywordRules = [
  campaignRule({
    id: 'keyword-form',
    level: 'error',
    summary: 'Keywords are letters and digits with commas between them, 255 characters at most',
    code: null,
    check: (campaign) => Object.keys(expected).flatMap((field) => formProblem(campaign, field)),
    examples: {
      good: [{campaign: {opt_out_keywords: 'STOP, END,QUIT'}}],
      bad: [{campaign: {opt_out_keywords: 'STOP;END'}}, {campaign: {help_keywords: 'HELP,"INFO"'}}],
    },
  }),
  campaignRule({
    id: 'keyword-expected',
    level: 'error',
    summary: 'STOP and HELP are among the keywords, and START where people opt in by one',
    code: '30887',
    check: (campaign) =>
      Object.entries(expected).flatMap(([field, word]): Problem[] => {
        const words = wordsOf(campaign, field).map((one) => one.trim().toUpperCase())
        if (textOf(campaign, field) === '' || words.includes(word)) return []
        const mend = `${word},${textOf(campaign, field).trim()}`
        return [{field, message: `${word} is not among the keywords.`, fix: `Write ${mend}.`, mend}]
      }),
    examples: {
      good: [{campaign: {opt_in_keywords: 'start,JOIN'}}],
      bad: [{campaign: {opt_out_keywords: 'END'}}, {campaign: {help_keywords: 'INFO'}}],
    },
  }),
  campaignRule({
    id: 'subscriber-choices',
    level: 'error',
    summary: 'People can opt in, opt out and ask for help',
    code: '30887',
    check: (campaign) =>
      ['sub_opt_in', 'sub_opt_out', 'sub_help'].flatMap((field): Problem[] =>
        campaign[field] === false
          ? [
              {
                field,
                message: `${field} is false, and carriers insist on it.`,
                fix: `Set ${field}: true, and see to it that it is.`,
              },
            ]
          : [],
      ),
    examples: {
      good: [{campaign: {sub_help: null}}],
      bad: [{campaign: {sub_help: false}}, {campaign: {sub_opt_out: false}}],
    },
  }),
] as const
