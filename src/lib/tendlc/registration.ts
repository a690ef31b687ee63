import {type JsonValue} from '../client/wire.ts'
import {type Console} from '../console.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {waitFor} from '../wait.ts'
import {registrationState} from './registration-state.ts'

/** Shows a filing whole, as YAML on stderr, before it goes. */
export async function showFiling(part: 'brand' | 'campaign', fields: JsonValue, console: Console): Promise<void> {
  const {stringify} = await import('yaml')
  await console.note(stringify({[part]: fields}, {lineWidth: console.terminal.width}).trimEnd())
}

interface Registered {
  status?: string
  status_reason?: string | null
  rejection?: {code: string; field: string; message: string} | null
}

/** How waiting for a decision ended: what the platform shows, and what to fail with when that is not what was wanted. */
export interface Decision<T> {
  shown: T
  problem?: CliError
}

/**
 * Waits until a registration is decided. `again` is the command that looks at it. The problem is exit 6 when it is refused,
 * exit 8 when the time is over.
 */
export async function waitForDecision<T extends Registered>(
  what: string,
  read: () => Promise<T>,
  again: string,
  console: Console,
): Promise<Decision<T>> {
  let shown = await read()
  const isDecided = async () => {
    shown = await read()
    return registrationState(shown.status) === 'pending' ? undefined : shown
  }
  const decided = await waitFor(`Waiting for ${what}`, isDecided, console)
  if (decided === undefined) return {shown, problem: undecided(what, shown.status, again)}
  const failed = registrationState(decided.status) === 'failed'
  return {shown: decided, ...(failed && {problem: refused(what, decided, again)})}
}

function undecided(what: string, status: string | undefined, again: string): CliError {
  return new CliError(`${what} is still ${status ?? 'undecided'}. Reviews take from minutes to weeks.`, {
    code: 'pending',
    exit: ExitCode.Pending,
    hint: `Look again: ${again}`,
    retryable: false,
  })
}

function refused(what: string, {status, status_reason: reason, rejection}: Registered, again: string): CliError {
  const details = [
    ...(reason ? [reason] : []),
    ...(rejection ? [`${rejection.code}: ${rejection.field}: ${rejection.message}`] : []),
  ]
  return new CliError(`${what} is ${status}.`, {
    code: 'registration-refused',
    exit: ExitCode.Refused,
    details,
    hint: `See it whole: ${again}`,
  })
}
