/** What the process exits with. Scripts rely on these numbers: docs/scripting.md lists them, and none may change its meaning. */
export const ExitCode = {
  Done: 0,
  Bug: 1,
  /** Usage or local validation; nothing was sent. */
  Usage: 2,
  NotAuthenticated: 3,
  NotPermitted: 4,
  NotFound: 5,
  /** The service refused the request: 400, 409, 412, 422. */
  Refused: 6,
  RateLimited: 7,
  /** Timed out, or the resource is still being worked on. */
  Pending: 8,
  /** Some rows of many failed, or only showing what was done. */
  PartlyFailed: 9,
  /** Network failure or a 5xx reply. */
  Unavailable: 10,
  /** A plan has differences, or a recording that was repeated. */
  Differences: 11,
  /** The terminal was closed: SIGHUP. */
  HungUp: 129,
  Interrupted: 130,
  /** By SIGTERM, what does not wind up by itself. */
  Terminated: 143,
} as const

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]
