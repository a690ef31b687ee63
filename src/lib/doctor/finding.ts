import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'

export type Level = 'ok' | 'warning' | 'error' | 'skipped'

/** What a check has found. */
export interface Finding {
  check: string
  /** What was looked at: a host, a setting, a service; null where the check says it. */
  subject: string | null
  level: Level
  found: string
  /** Why it is so, or why it matters; null where there is nothing to say. */
  why: string | null
  /** What mends it, mostly a command; null where nothing need be. */
  mend: string | null
}

/** A finding before it is known whose it is. */
export interface Outcome {
  /** In place of the check's own. */
  subject?: string
  level: Level
  found: string
  why?: string | undefined
  mend?: string | undefined
  /** Of an error: what a command exits with that runs into it. */
  exit?: ExitCode
}

/** What to say beside what was found. */
type More = Pick<Outcome, 'subject' | 'why' | 'mend'>

export function ok(found: string, more: More = {}): Outcome {
  return {level: 'ok', found, ...more}
}

export function warning(found: string, more: More = {}): Outcome {
  return {level: 'warning', found, ...more}
}

export function skipped(found: string, more: More = {}): Outcome {
  return {level: 'skipped', found, ...more}
}

/** Something because of which commands fail: as the network does unless said. */
export function failed(found: string, {exit = ExitCode.Unavailable, ...more}: More & {exit?: ExitCode} = {}): Outcome {
  return {level: 'error', found, exit, ...more}
}

/** A failure as commands tell it. Throws what is none of the user’s, and an interruption. */
export function failedBy(error: unknown, more: More = {}): Outcome {
  if (!(error instanceof CliError) || error.exit === ExitCode.Interrupted) throw error
  const {message, details, hint, exit} = error
  return failed(message, {exit, ...(details.length > 0 && {why: details.join('; ')}), mend: hint, ...more})
}
