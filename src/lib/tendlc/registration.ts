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

/**
 * Waits until a registration is decided and gives back what the platform shows then. `again` is the command that looks at
 * it. Throws exit 6 when it is refused, exit 8 when the time is over.
 */
export async function waitForDecision<T extends Registered>(
  what: string,
  read: () => Promise<T>,
  again: string,
  console: Console,
): Promise<T> {
  let last: T | undefined
  const decided = await waitFor(
    `Waiting for ${what}`,
    async () => {
      last = await read()
      return registrationState(last.status) === 'pending' ? undefined : last
    },
    console,
  )
  if (decided === undefined) throw undecided(what, last?.status, again)
  if (registrationState(decided.status) === 'failed') throw refused(what, decided, again)
  return decided
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
