import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {type Console} from '../console.ts'
import {causedBy, CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Course, type Shown} from '../waiting/course.ts'
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
    throw causedBy(error, `${error.message} What is shown above can go into a file, for --from-file.`, {})
  }
}

/** What brands and campaigns go through; `states` of each are their own. */
export function registration(states: readonly string[], named: (shown: Shown) => string): Course {
  return {
    field: 'status',
    states,
    meaning: registrationState,
    named,
    reasons({status_reason: reason, rejection}) {
      const {code, field, message} = (rejection ?? {}) as Partial<Record<string, string | number>>
      return [
        ...(typeof reason === 'string' && reason !== '' ? [reason] : []),
        ...(code === undefined ? [] : [`${code}: ${field}: ${message}`]),
      ]
    },
    failure: 'registration-refused',
  }
}
