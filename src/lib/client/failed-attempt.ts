import {type CliError} from '../errors.ts'
import {type Failure} from './retry.ts'

/** One attempt that failed: what decides whether there is another, and what is reported when there is none. */
export class FailedAttempt extends Error {
  readonly failure: Failure
  readonly reported: CliError
  /** Of the request that was sent. */
  readonly id: string

  constructor(failure: Failure, reported: CliError, id: string) {
    super(reported.message)
    this.failure = failure
    this.reported = reported
    this.id = id
  }
}
