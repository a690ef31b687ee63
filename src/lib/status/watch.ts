import {systemClock} from '../client/clock.ts'
import {type Console} from '../console.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'

/** Looks again and again, until Ctrl-C: rounds that are whole. Throws where that comes before the first. */
export async function* rounds<T>(
  look: () => Promise<T>,
  {intervalMs, signal}: {intervalMs: number; signal: Console['signal']},
): AsyncGenerator<T> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      if (!isFirst) await systemClock.delay(intervalMs, signal)
      yield await look()
    } catch (error) {
      const isInterrupted = signal.aborted || (error instanceof CliError && error.exit === ExitCode.Interrupted)
      if (isFirst || !isInterrupted) throw error
      return
    }
  }
}
