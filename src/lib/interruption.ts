/**
 * Ctrl-C: the first aborts what is under way, so that it can be wound up; a second ends the process. For a run that
 * somebody else takes back, their signal aborts it in place of Ctrl-C.
 */
export class Interruption {
  /** What is told when a second Ctrl-C ends the process before all is wound up. */
  farewell: (() => Promise<void>) | undefined
  readonly #controller = new AbortController()
  readonly #given: AbortSignal | undefined

  constructor(given?: AbortSignal) {
    this.#given = given
    if (given === undefined) process.on('SIGINT', this.#interrupt)
  }

  /** Aborted by the first Ctrl-C. */
  get signal(): AbortSignal {
    return this.#given ?? this.#controller.signal
  }

  /** From here on, Ctrl-C is not this run's any more: it ends the process at once, if nobody else takes it. */
  end(): void {
    process.off('SIGINT', this.#interrupt)
  }

  readonly #interrupt = (): void => {
    if (!this.signal.aborted) return this.#controller.abort()
    // A second Ctrl-C does not wait for what is being wound up.
    this.end()
    void Promise.resolve(this.farewell?.()).finally(() => process.kill(process.pid, 'SIGINT'))
  }
}
