import {type Clock, systemClock} from '../client/clock.ts'
import {CliError, interruptedError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'

const firstPauseMs = 100
const longestPauseMs = 5_000

export interface PatienceOptions {
  /** How long it may be without an answer. */
  patienceMs: number
  signal: AbortSignal
  /** What to fail with when that was too long. */
  lost: (cause: CliError) => CliError
  /** Told once of each loss, and when it is over. */
  onLoss?: (cause: CliError) => void
  onReturn?: () => void
  clock?: Clock | undefined
}

/** How a service that cannot be reached is tried again: at growing intervals, for as long as there is patience. */
export class Patience {
  readonly #options: PatienceOptions
  readonly #clock: Clock
  #pauseMs = firstPauseMs
  #goneSince: number | undefined

  constructor(options: PatienceOptions) {
    this.#options = options
    this.#clock = options.clock ?? systemClock
  }

  /** It has answered. */
  answered(): void {
    if (this.#goneSince !== undefined) this.#options.onReturn?.()
    this.#goneSince = undefined
    this.#pauseMs = firstPauseMs
  }

  /** Throws what does not pass by itself, or has not for too long. */
  check(error: unknown): void {
    if (!(error instanceof CliError) || !mayPass(error)) throw error
    if (this.#goneSince === undefined) {
      this.#goneSince = this.#clock.now()
      this.#options.onLoss?.(error)
    }
    if (this.#clock.now() - this.#goneSince >= this.#options.patienceMs) throw this.#options.lost(error)
  }

  /** Waits before the next try; longer each time until it has answered. */
  async pause(): Promise<void> {
    const pauseMs = this.#pauseMs
    this.#pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    await pauseFor(pauseMs, this.#options.signal, this.#clock)
  }
}

/** Waits. Throws when that is interrupted. */
export async function pauseFor(milliseconds: number, signal: AbortSignal, clock = systemClock): Promise<void> {
  await clock.delay(milliseconds, signal).catch(() => {
    throw interruptedError()
  })
}

/** Whether a failure is one of the network, or of a service that is not there for now. */
function mayPass({exit}: CliError): boolean {
  return exit === ExitCode.Unavailable || exit === ExitCode.Pending || exit === ExitCode.RateLimited
}
