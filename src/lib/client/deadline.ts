import {type Clock} from './clock.ts'

/** The time one call may take with its retries, while nothing is uploaded, and the user's Ctrl-C, as one signal. */
export class Deadline {
  readonly timeoutMs: number
  readonly #clock: Clock
  #end: number
  #stopped = false
  readonly #controller = new AbortController()
  readonly #timer: NodeJS.Timeout
  readonly #interrupt: AbortSignal | undefined
  readonly #abort = (): void => this.#controller.abort(this.#interrupt?.reason)

  constructor(timeoutMs: number, clock: Clock, interrupt: AbortSignal | undefined) {
    this.timeoutMs = timeoutMs
    this.#clock = clock
    this.#end = clock.now() + timeoutMs
    this.#timer = setTimeout(() => this.#controller.abort(), timeoutMs)
    this.#interrupt = interrupt
    if (interrupt?.aborted === true) this.#abort()
    interrupt?.addEventListener('abort', this.#abort, {once: true})
  }

  /** Aborted when the time is over or the user interrupts. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }

  get interrupted(): boolean {
    return this.#interrupt?.aborted === true
  }

  /** Whether the time is over, rather than the user impatient. */
  get expired(): boolean {
    return this.signal.aborted && !this.interrupted
  }

  /** Milliseconds left; never negative. */
  remaining(): number {
    return Math.max(0, this.#end - this.#clock.now())
  }

  /** The time begins anew: something has moved. */
  extend(): void {
    if (this.#stopped) return
    this.#end = this.#clock.now() + this.timeoutMs
    this.#timer.refresh()
  }

  /** From here on time does not matter; an interruption still does. */
  stopTimer(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  /** Lets go of the timer and of the user's signal. */
  dispose(): void {
    this.stopTimer()
    this.#interrupt?.removeEventListener('abort', this.#abort)
  }
}
