import {CliError} from '../errors.ts'

/** A request that must not be repeated failed in a way that leaves open whether it was carried out. */
export class AmbiguousError extends CliError {}

/** Whether the request may have been carried out although the call failed: read back before sending it again. */
export function isAmbiguous(error: unknown): error is AmbiguousError {
  return error instanceof AmbiguousError
}
