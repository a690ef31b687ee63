import {causedBy, CliError, interruptedError} from './errors.ts'
import {ExitCode} from './exit-code.ts'
import {windingUp} from './process-end.ts'

/**
 * Ctrl-C: the first aborts what is under way, so that it can be wound up; a second ends the process. For a run that
 * somebody else takes back, their signal aborts it in place of Ctrl-C.
 */
export class Interruption {
  readonly #controller = new AbortController()
  readonly #given: AbortSignal | undefined
  readonly #requestsOver = new AbortController()
  #farewell: (() => Promise<void>) | undefined
  #stopWindingUp: (() => void) | undefined
  #isUnread = false

  constructor(given?: AbortSignal) {
    this.#given = given
    if (given === undefined) process.on('SIGINT', this.#interrupt)
  }

  /** Aborted by the first Ctrl-C. */
  get signal(): AbortSignal {
    return this.#given ?? this.#controller.signal
  }

  /** Aborted when requests are to be broken off: by Ctrl-C as well, unless what the run does then needs some. */
  get requests(): AbortSignal {
    const over = this.#requestsOver.signal
    return this.#farewell === undefined ? AbortSignal.any([this.signal, over]) : over
  }

  /**
   * Aborted when a run that goes on until it is ended is to wind up: by Ctrl-C, by SIGTERM, when its terminal is gone, or nobody
   * reads its output any more. `exits` is told what the process is to exit with, where that is said by what has come.
   */
  ending(exits: (exit: ExitCode) => void): AbortSignal {
    const ending = new AbortController()
    const end = (exit?: ExitCode) => {
      if (exit !== undefined) exits(exit)
      ending.abort()
    }
    if (this.signal.aborted) end(ExitCode.Interrupted)
    else this.signal.addEventListener('abort', () => end(ExitCode.Interrupted), {once: true})
    this.#stopWindingUp = windingUp((signal) => {
      end(signal === 'SIGHUP' ? ExitCode.HungUp : undefined)
      return true
    })
    return ending.signal
  }

  /** For a run that changes one thing after another: nobody reading its output any more is as Ctrl-C, so that what is left is told. */
  takeClosedOutput(): void {
    if (this.#given !== undefined) return
    this.#stopWindingUp = windingUp((signal) => {
      if (signal !== undefined) return false
      this.#isUnread = true
      this.#controller.abort()
      return true
    })
  }

  /** What a failure of the run is, where it was interrupted. An interruption says best itself what was done and what was not. */
  explained(failure: unknown): unknown {
    if (!this.signal.aborted) return failure
    const isTold = failure instanceof CliError && failure.exit === ExitCode.Interrupted
    const error = isTold ? failure : interruptedError()
    return this.#isUnread ? causedBy(error, 'Interrupted, since nobody reads the output any more.', {}) : error
  }

  /** From here on Ctrl-C leaves requests alone. The farewell is told when a second one ends the process before all is wound up. */
  outlive(farewell: () => Promise<void>): void {
    this.#farewell = farewell
  }

  /** Breaks off requests whose replies nobody waits for any more. */
  endRequests(): void {
    this.#requestsOver.abort()
  }

  /** From here on, signals are not this run's any more: they end the process at once, if nobody else takes them. */
  end(): void {
    process.off('SIGINT', this.#interrupt)
    this.#stopWindingUp?.()
  }

  readonly #interrupt = (): void => {
    if (!this.signal.aborted) return this.#controller.abort()
    // A second Ctrl-C does not wait for what is being wound up.
    this.end()
    void Promise.resolve(this.#farewell?.()).finally(() => process.kill(process.pid, 'SIGINT'))
  }
}
