import {type CliError, usageError} from '../../../errors.ts'
import {countOf, type Finding} from '../finding.ts'
import {grouped} from '../../../output/grouped.ts'

/** `2 errors and 1 warning` */
export function counted(findings: readonly Pick<Finding, 'level'>[]): string {
  const one = (count: number, what: string) => `${grouped(count)} ${what}${count === 1 ? '' : 's'}`
  return `${one(countOf(findings, 'error'), 'error')} and ${one(countOf(findings, 'warning'), 'warning')}`
}

/** What to fail with for errors; undefined where there are none. Without `details` they have been shown already. */
export function lintFailure(findings: readonly Finding[], {details}: {details: boolean}): CliError | undefined {
  const errors = findings.filter(({level}) => level === 'error')
  const [first] = errors
  if (first === undefined) return undefined
  return usageError(`The filing would be rejected: ${counted(findings)}.`, {
    code: 'lint-errors',
    ...(details && {details: errors.map(lineOf)}),
    hint: details
      ? 'Change that, or file it all the same with --no-lint: each submission costs money.'
      : `See what a rule is about: commsctl 10dlc explain ${first.rule}`,
  })
}

/** `campaign.description: It has … [description-length]` */
export function lineOf({field, message, fix, rule}: Finding): string {
  return `${field}: ${message} ${fix} [${rule}]`
}
