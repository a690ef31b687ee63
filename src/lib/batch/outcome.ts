import {type CliError} from '../errors.ts'
import {type CheckedRow} from './row.ts'

/** What became of one row. */
export interface Fate {
  row: CheckedRow
  /** `done` or the call's own word for it, `refused`, `failed`, `pending`, `unknown` or `not sent`. */
  outcome: string
  done: boolean
  /** Whether the job is through with it; what is open is settled by a later resume. */
  final: boolean
  message: string | null
  /** Of what the call made or changed. */
  id: string | null
  error?: CliError
}

export function done(row: CheckedRow, outcome: string, id: string | null = null): Fate {
  return {row, outcome, done: true, final: true, message: null, id}
}

export function failed(row: CheckedRow, outcome: string, error: CliError, message = error.message): Fate {
  return {row, outcome, done: false, final: true, message, id: null, error}
}

/** What was sent, or is to be, and may still become anything. */
export function open(row: CheckedRow, outcome: 'unknown' | 'not sent', message: string | null, error?: CliError): Fate {
  return {row, outcome, done: false, final: false, message, id: null, ...(error && {error})}
}
