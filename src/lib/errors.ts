import {ExitCode} from './exit-code.ts'

export interface CliErrorOptions {
  /** Stable word for scripts, e.g. `unknown-flag`, or the service's own code, e.g. `409`. */
  code: string
  exit: ExitCode
  /** What to do about it: a sentence, best with a command that can be run as it stands. */
  hint?: string | undefined
  /** HTTP status, where a service replied. */
  status?: number | undefined
  traceId?: string | undefined
  /** Whether the same command may simply be run again. */
  retryable?: boolean | undefined
  /** One line each, e.g. the fields that the service refused. */
  details?: readonly string[] | undefined
  cause?: unknown
}

/** What `-o json` writes to stderr for a failure: these fields and no others. */
export interface ErrorReport {
  code: string
  message: string
  details?: readonly string[]
  hint?: string
  status?: number
  trace_id?: string
  retryable: boolean
  exit: ExitCode
}

/** Any failure that is not a bug of ours. */
export class CliError extends Error {
  readonly code: string
  readonly exit: ExitCode
  readonly hint: string | undefined
  readonly status: number | undefined
  readonly traceId: string | undefined
  readonly retryable: boolean
  readonly details: readonly string[]

  constructor(message: string, options: CliErrorOptions) {
    super(message, options.cause === undefined ? undefined : {cause: options.cause})
    this.name = 'CliError'
    this.code = options.code
    this.exit = options.exit
    this.hint = options.hint
    this.status = options.status
    this.traceId = options.traceId
    this.retryable = options.retryable ?? false
    this.details = options.details ?? []
  }

  toReport(): ErrorReport {
    return {
      code: this.code,
      message: this.message,
      ...(this.details.length > 0 && {details: this.details}),
      ...(this.hint !== undefined && {hint: this.hint}),
      ...(this.status !== undefined && {status: this.status}),
      ...(this.traceId !== undefined && {trace_id: this.traceId}),
      retryable: this.retryable,
      exit: this.exit,
    }
  }
}

type Extra = Partial<Omit<CliErrorOptions, 'exit'>>

/** The same failure, told as that of a larger task: what is not given is as its cause has it. */
export function causedBy(cause: CliError, message: string, extra: Partial<CliErrorOptions>): CliError {
  const {code, exit, hint, status, traceId, retryable, details} = cause
  return new CliError(message, {code, exit, hint, status, traceId, retryable, details, ...extra, cause})
}

/** Wrong arguments, flags, files or values: found before anything was sent. */
export function usageError(message: string, extra: Extra = {}): CliError {
  return new CliError(message, {code: 'usage', ...extra, exit: ExitCode.Usage})
}

/** Something that changes anything, with a profile that may not. Nothing of it was sent. */
export function readOnlyError(profile: string): CliError {
  return usageError(`The profile “${profile}” is read-only: nothing that changes anything is sent with it.`, {
    code: 'read-only-profile',
    hint: `Choose another with --profile, or run: commsctl profiles set ${profile} --no-read-only`,
  })
}

/** No credentials, or credentials that the service does not take. */
export function authenticationError(message: string, extra: Extra = {}): CliError {
  return new CliError(message, {code: 'not-authenticated', ...extra, exit: ExitCode.NotAuthenticated})
}

/** What was asked for is not among what there is; `list` is a command that shows that. */
export function notFoundError(message: string, list: string): CliError {
  return new CliError(message, {code: 'not-found', exit: ExitCode.NotFound, hint: `See what there is: ${list}`})
}

/** A success whose reply is not what the platform gives. */
export function badReply(what: string): CliError {
  return new CliError(`The reply of the service cannot be used: ${what}.`, {
    code: 'bad-reply',
    exit: ExitCode.Unavailable,
    hint: 'Run the command again with --debug to see the reply.',
  })
}

/** A question that was not answered with yes. */
export function declinedError(message: string, hint?: string): CliError {
  return new CliError(message, {code: 'interrupted', exit: ExitCode.Interrupted, hint})
}

/** Ctrl-C or a closed prompt. `hint` says what was done and what was not. */
export function interruptedError(hint?: string): CliError {
  return new CliError('Interrupted.', {code: 'interrupted', exit: ExitCode.Interrupted, hint})
}
