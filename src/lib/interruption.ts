/**
 * Ctrl-C: the first aborts what is under way, so that it can be wound up; a second ends the process. For a run that
 * somebody else takes back, their signal aborts it in place of Ctrl-C.
 */
export class Interruption {
  readonly #controller = new AbortController()
  readonly #given: AbortSignal | undefined
  readonly #requestsOver = new AbortController()
  #farewell: (() => Promise<void>) | undefined

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

  /** From here on Ctrl-C leaves requests alone. The farewell is told when a second one ends the process before all is wound up. */
  outlive(farewell: () => Promise<void>): void {
    this.#farewell = farewell
  }

  /** Breaks off requests whose replies nobody waits for any more. */
  endRequests(): void {
    this.#requestsOver.abort()
  }

  /** From here on, Ctrl-C is not this run's any more: it ends the process at once, if nobody else takes it. */
  end(): void {
    process.off('SIGINT', this.#interrupt)
  }

  readonly #interrupt = (): void => {
    if (!this.signal.aborted) return this.#controller.abort()
    // A second Ctrl-C does not wait for what is being wound up.
    this.end()
    void Promise.resolve(this.#farewell?.()).finally(() => process.kill(process.pid, 'SIGINT'))
  }
}
