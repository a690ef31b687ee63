import {type Console} from '../console.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'

/** What following fails with that cannot go on; the run's own command does later, from the time of the last row where there was one. */
export function streamLost(cause: CliError, {record}: Pick<Console, 'record'>, lastTime: number | undefined): CliError {
  const command = Number.isFinite(lastTime)
    ? record.commandLineWith(['--since', new Date(lastTime!).toISOString(), '--all'], {
        without: ['since', 'limit', 'all'],
      })
    : record.commandLine
  return new CliError(`Following ended: ${cause.message}`, {
    code: 'stream-lost',
    exit: ExitCode.Unavailable,
    hint: `Go on later with: commsctl ${command}`,
    retryable: true,
    cause,
  })
}
