import {createHash} from 'node:crypto'
import {join} from 'node:path'
import {type Console} from '../console.ts'
import {CliError, interruptedError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {allOf} from './all-of.ts'
import {ApplyJournal} from './apply-journal.ts'
import {applyReply} from './apply-reply.ts'
import {type Change, isAskedAbout} from './change.ts'
import {type Wanted} from './kind.ts'
import {NamedSecrets} from '../profile/named-secrets.ts'
import {type Planner} from './planner.ts'
import {summaryOf} from './plan-view.ts'
import {PlanRun} from './run-plan.ts'
import {withSecrets} from './secret-reference.ts'
import {stepsOf} from './steps.ts'

interface Planned {
  changes: Change[]
  planner: Planner
}

/** Makes the plan and carries it out, asked first where it costs or destroys. Throws what its exit code comes from. */
export async function applyChanges(account: string, plan: () => Promise<Planned>, console: Console): Promise<void> {
  const journal = await ApplyJournal.open(journalFolder(account, console))
  try {
    const {changes, planner} = await plan()
    const secrets = await secretsOf(changes, console)
    if (changes.some(isAskedAbout)) {
      await console.confirm(`Apply this to account ${account}: ${summaryOf(changes).replace(/\.$/, '')}?`)
    }
    const run = new PlanRun({
      ...{applying: planner, journal, signal: console.signal},
      secrets: async (wanted) => secrets.get(wanted) ?? wanted,
    })
    const {columns, id, noun} = applyReply
    await console.printer.rows(run.outcomes(stepsOf(changes)), {columns, idField: id, noun})
    if (run.isComplete) journal.allDone()
    conclude(run, console)
  } finally {
    await journal.close()
  }
}

/** One for each account of a host. */
function journalFolder(account: string, {paths, settings}: Console): string {
  const whose = JSON.stringify([settings.profile?.name, settings.values.api_host, account])
  return join(paths.plans, createHash('sha256').update(whose).digest('hex').slice(0, 16))
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
  if (console.signal.aborted) throw interruptedError(`${counts.done} changes are done. ${again}`)
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
