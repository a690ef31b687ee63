import {type Console} from '../console.ts'
import {CliError, interruptedError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {allOf} from './all-of.ts'
import {type ApplyOrder, applyJobId, keptFiles} from './apply-job.ts'
import {ApplyJournal} from './apply-journal.ts'
import {applyReply} from './apply-reply.ts'
import {callsOf} from './calls-of.ts'
import {type Change, isAskedAbout} from './change.ts'
import {type Kind, type Wanted} from './kind.ts'
import {jobFolder} from '../jobs/stored-job.ts'
import {settleEntries} from '../journal/settle-entries.ts'
import {NamedSecrets} from '../profile/named-secrets.ts'
import {summaryOf} from './plan-view.ts'
import {type PlanSource} from './plan-file.ts'
import {type Files} from './plan-files.ts'
import {PlanRun, type StepOutcome} from './run-plan.ts'
import {withSecrets} from './secret-reference.ts'
import {nameOf, type Step, stepsOf} from './steps.ts'

/** Makes the plan and carries it out, asked first where it costs or destroys. Throws what its exit code comes from. */
export async function applyChanges(
  {account, plan, ...asked}: Files,
  {
    kinds,
    console,
    agreed,
    mostCost,
  }: {kinds: readonly Kind[]; console: Console; agreed?: readonly string[]; mostCost?: number | undefined},
): Promise<void> {
  const id = applyJobId(account, console)
  const journal = await ApplyJournal.open(jobFolder(console.paths, id))
  try {
    const {changes, planner} = await plan()
    const {prices} = asked
    if (mostCost !== undefined) prices.check(changes, mostCost)
    const secrets = await secretsOf(changes, console)
    if (agreed !== undefined) refuseOthers(changes, agreed, asked.sources)
    else if (changes.some(isAskedAbout)) {
      await console.confirm(`Apply this to account ${account}: ${summaryOf(changes, prices).replace(/\.$/, '')}?`)
    }
    const {ledger} = await console.connection()
    ;(await ledger()).belongTo({command: 'apply', job: id, price: (operation) => prices.ofOperation(operation, kinds)})
    const run = new PlanRun({
      ...{applying: planner, journal, signal: console.signal},
      secrets: async (wanted) => secrets.get(wanted) ?? wanted,
    })
    const steps = stepsOf(changes)
    if (steps.length > 0) {
      const order = await orderOf({account, ...asked}, {id, folder: journal.folder}, console)
      await journal.begin({...order, changes: agreed ?? changes.map(nameOfChange)}, totalOf(steps))
    }
    const {columns, id: idField, noun} = applyReply
    await console.printer.rows(recorded(run.outcomes(steps), journal), {columns, idField, noun})
    await settleEntries(id, callsOf(kinds), console)
    if (run.isComplete) await journal.finish()
    conclude(run, console)
  } finally {
    await journal.close()
  }
}

async function orderOf(
  {account, sources, variables, prune, prices}: Omit<Files, 'plan'>,
  {id, folder}: {id: string; folder: string},
  {settings}: Console,
): Promise<Omit<ApplyOrder, 'changes'>> {
  return {
    ...{
      id,
      command: 'apply',
      begun: new Date().toISOString(),
      account,
      prune,
      variables: [...variables],
      prices: prices.typed,
    },
    ...{profile: settings.profile?.name ?? null, api_host: settings.values.api_host},
    files: await keptFiles(sources, folder),
  }
}

/** What is gone on with was agreed to; what the account needs besides by now was not. */
function refuseOthers(changes: readonly Change[], agreed: readonly string[], sources: readonly PlanSource[]): void {
  const others = changes.filter((change) => isAskedAbout(change) && !agreed.includes(nameOfChange(change)))
  if (others.length === 0) return
  throw usageError('The account is not what it was: more is to be done now than was agreed to.', {
    code: 'other-changes',
    details: others.map(nameOfChange),
    hint: `Look at it, then apply it anew: commsctl plan ${sources.map(({path}) => `-f ${path}`).join(' ')}`,
  })
}

function nameOfChange(change: Change): string {
  return `${change.action} ${nameOf(change)}`
}

function totalOf(steps: readonly Step[]): number {
  return steps.reduce((sum, {changes}) => sum + changes.length, 0)
}

async function* recorded(outcomes: AsyncIterable<StepOutcome>, journal: ApplyJournal): AsyncGenerator<StepOutcome> {
  for await (const one of outcomes) {
    await journal.outcome(one.outcome)
    yield one
  }
}

/** What is set, with its secrets: all that cannot be read is told before anything is sent. */
async function secretsOf(changes: readonly Change[], console: Console): Promise<Map<Wanted, Wanted>> {
  const from = {input: console.input, stored: () => NamedSecrets.of(console)}
  const problems: CliError[] = []
  const known = new Map<Wanted, Wanted>()
  for (const wanted of changes.flatMap((change) => change.wanted ?? [])) {
    try {
      known.set(wanted, {...wanted, fields: await withSecrets(wanted.fields, wanted.at, from)})
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      problems.push(error)
    }
  }
  if (problems.length > 0) throw allOf('Nothing was sent', problems)
  return known
}

function conclude({counts, errors}: PlanRun, console: Console): void {
  const left = counts.refused + counts.failed + counts.unknown + counts['not sent']
  const again = 'Apply again: what is done stays, what is left is done.'
  if (left > 0 && console.signal.aborted) {
    throw interruptedError(`${counts.done} changes are done, ${left} are left. ${again}`)
  }
  if (left > 0) {
    throw new CliError(`${left} of ${left + counts.done + counts.waiting} changes were not made.`, {
      code: 'partly-failed',
      exit: ExitCode.PartlyFailed,
      hint: errors.find(({hint}) => hint !== undefined)?.hint ?? again,
      traceId: errors.find(({traceId}) => traceId !== undefined)?.traceId,
      retryable: errors.length > 0 && errors.every(({retryable}) => retryable),
    })
  }
  if (counts.waiting > 0) {
    throw new CliError(`${counts.waiting} changes wait for something that is still being decided.`, {
      code: 'pending',
      exit: ExitCode.Pending,
      hint: again,
      retryable: true,
    })
  }
}
