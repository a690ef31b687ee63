import {didYouMean} from '../did-you-mean.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {allRules, ruleOf} from './lint/all-rules.ts'
import {type Rule} from './lint/rule.ts'
import {type RejectionCode, rejectionCodes} from './rejection-codes.ts'

/** What a rejection code or a rule means. */
export interface Explanation {
  code: string
  title: string
  /** Whose code it is; `commsctl` for rules. */
  by: string
  meaning: string
  /** What to change. */
  change: string
  /** Whether a changed filing is looked at again; null where nothing is rejected. */
  resubmittable: boolean | null
  /** Rules that find it before it is filed. */
  rules: string[]
}

/** What is known of a code or a rule; undefined of what is neither. */
export function explanationOf(word: string): Explanation | undefined {
  const code = rejectionCodes.find((one) => one.code.toLowerCase() === word.toLowerCase())
  if (code !== undefined) return ofCode(code)
  const rule = ruleOf(word.toLowerCase())
  return rule && ofRule(rule)
}

/** All words that are known here. */
export function explainedWords(): string[] {
  return [...rejectionCodes.map((one) => one.code), ...allRules.map(({id}) => id)]
}

/** Throws an error for what is neither a code nor a rule. */
export function explain(word: string): Explanation {
  const known = explanationOf(word)
  if (known !== undefined) return known
  const codes = rejectionCodes.map((one) => one.code)
  throw new CliError(
    `“${word}” is no rejection code or rule that is known here.${didYouMean(word, explainedWords())}`,
    {code: 'not-found', exit: ExitCode.NotFound, hint: `Known codes: ${codes.join(', ')}`},
  )
}

function ofCode(code: RejectionCode): Explanation {
  return {...code, rules: allRules.filter((rule) => rule.code === code.code).map(({id}) => id)}
}

function ofRule({id, summary, code}: Rule): Explanation {
  const rejection = rejectionCodes.find((one) => one.code === code)
  return {
    code: id,
    title: summary,
    by: 'commsctl',
    meaning:
      rejection === undefined
        ? 'The platform refuses a filing that breaks this.'
        : `It prevents ${rejection.code}: ${rejection.meaning}`,
    change: rejection?.change ?? 'Write the field as the platform has it.',
    resubmittable: rejection?.resubmittable ?? null,
    rules: [id],
  }
}
