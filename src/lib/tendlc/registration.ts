import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {type Console} from '../console.ts'
import {CliError, interruptedError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {waitFor} from '../wait.ts'
import {filingOf} from './filing.ts'
import {registrationState} from './registration-state.ts'

/** Shows a filing whole, on stderr, before it goes: as `--from-file` takes it. */
export async function showFiling(part: 'brand' | 'campaign', fields: JsonValue, console: Console): Promise<void> {
  const {stringify} = await import('yaml')
  await console.note(stringify({[part]: filingOf(fields as JsonObject)}, {lineWidth: console.terminal.width}).trimEnd())
}

/** Asks whether the filing shown is to go. What was typed for it is not lost when it is not. */
export async function confirmFiling(confirm: () => Promise<void>): Promise<void> {
  try {
    await confirm()
  } catch (error) {
    if (!(error instanceof CliError) || error.exit !== ExitCode.Interrupted) throw error
    throw interruptedError('Nothing was done. What is shown above can go into a file, for --from-file.')
  }
}

interface Registered {
  status?: string
  status_reason?: string | null
  rejection?: {code: string | number; field: string; message: string} | null
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
  registered: T,
  read: () => Promise<T>,
  {again, console}: {again: string; console: Console},
): Promise<Decision<T>> {
  let shown = registered
  const decision = async () => {
    shown = await read()
    return registrationState(shown.status) === 'pending' ? undefined : shown
  }
  const decided = await waitFor(`Waiting for ${what}`, decision, console)
  if (decided === undefined) return {shown, problem: undecided(what, shown.status, again)}
  const failed = registrationState(decided.status) === 'failed'
  return {shown: decided, ...(failed && {problem: refused(what, decided, again)})}
}

function undecided(what: string, status: string | undefined, again: string): CliError {
  return new CliError(`${capitalised(what)} is still ${status ?? 'undecided'}. Reviews take from minutes to weeks.`, {
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
  return new CliError(`${capitalised(what)} is ${status}.`, {
    code: 'registration-refused',
    exit: ExitCode.Refused,
    details,
    hint: `See it whole: ${again}`,
  })
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
