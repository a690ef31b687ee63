import {CliError, type CliErrorOptions} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'

export interface AmbiguousErrorOptions extends CliErrorOptions {
  /** No reply came in time: the service may carry the request out yet. */
  isUnderWay?: boolean | undefined
}

/** A request that must not be repeated failed in a way that leaves open whether it was carried out. */
export class AmbiguousError extends CliError {
  /** What the service holds now does not tell what it will hold: that a request has not been carried out is not certain. */
  readonly isUnderWay: boolean

  constructor(message: string, {isUnderWay = false, ...options}: AmbiguousErrorOptions) {
    super(message, options)
    this.isUnderWay = isUnderWay
  }

  /** The same error with what was found out about it since. */
  with({clue, hint}: {clue: string; hint: string}): AmbiguousError {
    const {message, code, exit, traceId, retryable, status, cause, isUnderWay} = this
    return new AmbiguousError(`${message} ${clue}`, {code, exit, hint, traceId, retryable, status, cause, isUnderWay})
  }
}

/** Whether the request may have been carried out although the call failed: read back before sending it again. */
export function isAmbiguous(error: unknown): error is AmbiguousError {
  return error instanceof AmbiguousError
}

const undone = new WeakSet<CliError>()

/** The failure of a call none of whose attempts can have been carried out, whatever its exit code: mayBeDone knows it from then on. */
export function notDone(error: CliError): CliError {
  undone.add(error)
  return error
}

/** Whether a call that failed like this may have been carried out, or is being. */
export function mayBeDone(error: unknown): boolean {
  if (isAmbiguous(error) || !(error instanceof CliError)) return true
  if (undone.has(error)) return false
  return error.exit === ExitCode.Pending || error.exit === ExitCode.Interrupted
}
