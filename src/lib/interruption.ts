/** Ctrl-C: the first aborts what is under way, so that it can be wound up; a second ends the process. */
export class Interruption {
  /** What is told when a second Ctrl-C ends the process before all is wound up. */
  farewell: (() => Promise<void>) | undefined
  readonly #controller = new AbortController()

  constructor() {
    process.on('SIGINT', this.#interrupt)
  }

  /** Aborted by the first Ctrl-C. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** From here on, Ctrl-C ends the process at once. */
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
