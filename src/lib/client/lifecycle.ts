import {randomUUID} from 'node:crypto'

/** The chain of ids by which the service follows one activity: every request names the one before it. */
export class Lifecycle {
  /** The uuid that all requests of the activity share. */
  readonly trace: string
  readonly #debug: boolean
  #previous: string = randomUUID()

  constructor(debug: boolean, trace: string = randomUUID()) {
    this.#debug = debug
    this.trace = trace
  }

  /** The headers of the next request. */
  next(): Record<'id' | 'trace' | 'parent' | 'debug', string> {
    const id = randomUUID()
    const parent = this.#previous
    this.#previous = id
    return {id, trace: this.trace, parent, debug: String(this.#debug)}
  }
}
