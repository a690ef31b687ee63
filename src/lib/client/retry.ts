/** Why one attempt failed, as far as repeating it is concerned. */
export type Failure =
  /** The service answered with an error. */
  | {kind: 'status'; status: number; retryAfter: string | undefined}
  /** No whole reply came. `sent`: whether the request may have left this machine; `lasting`: it would fail again. */
  | {kind: 'transport'; sent: boolean; lasting: boolean}
  /** A success, but the reply could not be read. */
  | {kind: 'unreadable'}

export interface RetrySituation {
  idempotent: boolean
  /** How many attempts were made. */
  attempts: number
  /** Milliseconds until the call's deadline. */
  remaining: number
  /** Milliseconds since 1970. */
  now: number
  /** From 0 up to, not including, 1. */
  random: number
}

export const MAX_ATTEMPTS = 4
const FIRST_BACKOFF_MS = 250
const LONGEST_BACKOFF_MS = 5000
/** What passes by itself. A 500 does so often enough: a read is worth asking for again. */
const PASSING_STATUSES = [500, 502, 503, 504]

/** Milliseconds to wait before the same request is sent again, or undefined when it must not be, or not in time. */
export function retryDelay(failure: Failure, situation: RetrySituation): number | undefined {
  if (situation.attempts >= MAX_ATTEMPTS || !repeatable(failure, situation.idempotent)) return undefined
  const asked = failure.kind === 'status' ? retryAfterMs(failure.retryAfter, situation.now) : undefined
  const delay = asked ?? backoff(situation.attempts, situation.random)
  return delay < situation.remaining ? delay : undefined
}

/** Whether a request that failed like this may have been carried out all the same. */
export function mayHaveBeenDone(failure: Failure): boolean {
  if (failure.kind === 'transport') return failure.sent
  return failure.kind === 'unreadable' || failure.status >= 500
}

/** A Retry-After header, in seconds or as an HTTP date, in milliseconds from `now`; undefined when it is neither. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000
  // Date.parse takes almost anything for a date; an HTTP date begins with the day of the week.
  const date = /^\s*[a-z]{3,}, /i.test(header) ? Date.parse(header) : NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

function repeatable(failure: Failure, idempotent: boolean): boolean {
  if (failure.kind === 'status')
    return failure.status === 429 || (idempotent && PASSING_STATUSES.includes(failure.status))
  if (failure.kind === 'transport' && failure.lasting) return false
  return idempotent || !mayHaveBeenDone(failure)
}

/** Exponential with full jitter: clients that failed together do not come back together. */
function backoff(attempts: number, random: number): number {
  return Math.floor(random * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempts - 1)))
}
