/** What arrives at one end and is read at the other, in its order. */
export class Arrivals<T> implements AsyncIterable<T> {
  #waiting: T[] = []
  #isOver = false
  #failure: Error | undefined
  #wake: () => void = () => undefined

  /** `most` may wait to be read. `release` is called when nobody reads on. */
  constructor(
    private readonly most: number,
    private readonly release: () => void = () => undefined,
  ) {}

  /** False for what cannot be taken: too much waits, or it is over. */
  add(one: T): boolean {
    if (this.#isOver || this.#waiting.length >= this.most) return false
    this.#waiting.push(one)
    this.#wake()
    return true
  }

  /** What waits is still read; then it is over, with the failure where there is one. */
  end(failure?: Error): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#failure = failure
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    try {
      for (;;) {
        const arrived = this.#waiting
        this.#waiting = []
        yield* arrived
        if (this.#waiting.length > 0) continue
        if (this.#failure !== undefined) throw this.#failure
        if (this.#isOver) return
        await new Promise<void>((resolve) => (this.#wake = resolve))
      }
    } finally {
      this.#isOver = true
      this.release()
    }
  }
}
