import {ExitCode} from '../exit-code.ts'
import {failedBy, type Finding, type Outcome} from './finding.ts'

/** One thing to look at, when what it needs was found to be in order. */
export interface Check {
  name: string
  subject?: string | undefined
  needs: readonly Check[]
  look: () => Promise<Outcome | readonly Outcome[]>
}

/** What came of a check; what needs it cannot be looked at where that is an error. */
interface Examined {
  outcomes: readonly Outcome[]
  /** The check that failed first: this one, or one that it needs. */
  broken: Check | undefined
}

export interface Diagnosis {
  findings: Finding[]
  /** What commands that run into the first error exit with. */
  exit: ExitCode
}

/** Looks at all, side by side as far as they do not need one another. What is needed stands before what needs it. */
export async function examine(checks: readonly Check[]): Promise<Diagnosis> {
  const begun = new Map<Check, Promise<Examined>>()
  for (const check of checks) begun.set(check, lookWhenReady(check, begun))
  const results = await Promise.all(begun.values())
  const outcomes = results.flatMap((result) => result.outcomes)
  const findings = results.flatMap((result, at) => result.outcomes.map((outcome) => findingOf(checks[at]!, outcome)))
  return {findings, exit: outcomes.find(({level}) => level === 'error')?.exit ?? ExitCode.Done}
}

async function lookWhenReady(check: Check, begun: ReadonlyMap<Check, Promise<Examined>>): Promise<Examined> {
  const needed = await Promise.all(check.needs.flatMap((one) => begun.get(one) ?? []))
  const broken = needed.find((one) => one.broken !== undefined)?.broken
  if (broken !== undefined) return {outcomes: [blockedBy(broken)], broken}
  const outcomes = [await check.look().catch((error: unknown) => failedBy(error))].flat()
  return {outcomes, broken: outcomes.some(({level}) => level === 'error') ? check : undefined}
}

function blockedBy({name, subject}: Check): Outcome {
  const what = subject === undefined ? `“${name}”` : `“${name}” of ${subject}`
  return {level: 'skipped', found: `Not looked at: ${what} has to be mended first.`}
}

function findingOf({name, subject}: Check, outcome: Outcome): Finding {
  const {level, found, why = null, mend = null} = outcome
  return {check: name, subject: outcome.subject ?? subject ?? null, level, found, why, mend}
}
