import {type Console} from '../console.ts'
import {CliError, interruptedError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {waitFor} from '../wait.ts'
import {type UsageReport} from './usage.ts'

/** How waiting for a report ended: what the platform shows of it, and what to fail with when it is not there. */
export interface Awaited {
  shown: UsageReport
  problem?: CliError
}

/** Looks at a report until it is there: exit 8 when the time is over, exit 6 when it failed. */
export async function awaitReport(
  started: UsageReport,
  read: () => Promise<UsageReport>,
  console: Console,
): Promise<Awaited> {
  const again = `commsctl usage reports get ${started.report_uuid}`
  let shown = started
  const look = async () => {
    shown = {...shown, ...(await read())}
    return stateOf(shown) === 'under way' ? undefined : shown
  }
  const waiting = `Waiting for report ${started.report_uuid}`
  const finished = await waitFor(waiting, look, console).catch((error: unknown) => {
    throw console.signal.aborted ? interruptedError(`The report goes on by itself. Look at it: ${again}`) : error
  })
  if (finished === undefined) return {shown, problem: pending(shown, again)}
  return {shown, ...(stateOf(shown) === 'failed' && {problem: failed(shown, again)})}
}

/** What a status is called that nobody knows stands for work that goes on. */
function stateOf({status}: UsageReport): 'done' | 'failed' | 'under way' {
  if (/^(SUCCEEDED|SUCCESS|COMPLETED?|DONE)$/i.test(status)) return 'done'
  return /FAIL|ERROR|CANCEL|ABORT|EXPIRED|TIMED_OUT/i.test(status) ? 'failed' : 'under way'
}

function pending({report_uuid: report, status}: UsageReport, again: string): CliError {
  return new CliError(`Report ${report} is still ${status}.`, {
    code: 'pending',
    exit: ExitCode.Pending,
    hint: `It goes on by itself. Look again: ${again}`,
  })
}

function failed({report_uuid: report, status}: UsageReport, again: string): CliError {
  return new CliError(`Report ${report} is ${status}.`, {
    code: 'failure',
    exit: ExitCode.Refused,
    hint: `See it whole: ${again}`,
  })
}
