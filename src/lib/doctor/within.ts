import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'

/** What comes of work that cannot be stopped, or a CliError when it takes too long; `what` says of what. */
export async function within<T>(work: Promise<T>, timeoutMs: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tookTooLong(what, timeoutMs)), timeoutMs)
  })
  return Promise.race([work, end]).finally(() => clearTimeout(timer))
}

export function tookTooLong(what: string, timeoutMs: number): CliError {
  return new CliError(`${what} did not answer within ${timeoutMs / 1000} s.`, {code: 'timeout', exit: ExitCode.Pending})
}
