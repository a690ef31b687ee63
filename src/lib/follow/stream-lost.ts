import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'

/** What following fails with that cannot go on; `command` is what goes on later, from the time of the last row where there was one. */
export function streamLost(cause: CliError, command: string, lastTime: number | undefined): CliError {
  const since = Number.isFinite(lastTime) ? ` --since ${new Date(lastTime!).toISOString()}` : ''
  return new CliError(`Following ended: ${cause.message}`, {
    code: 'stream-lost',
    exit: ExitCode.Unavailable,
    hint: `Go on later with: commsctl ${command}${since}`,
    retryable: true,
    cause,
  })
}
