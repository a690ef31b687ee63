import {type Clock} from './clock.ts'
import {type EventOf, type Observer} from './events.ts'
import {maskBody, maskHeaders} from './masking.ts'
import {type Incoming} from './undici.ts'

type Request = Omit<EventOf<'request'>, 'kind' | 'id' | 'at'>

/** Tells the observer what becomes of one request. Nothing is masked or measured where nobody listens. */
export class ExchangeReport {
  #since = 0

  constructor(
    readonly id: string,
    private readonly observe: Observer | undefined,
    private readonly clock: Clock,
    private readonly secrets: readonly string[],
  ) {}

  request(request: () => Request): void {
    if (this.observe === undefined) return
    // Not copied: its body is masked when it is read.
    const event = Object.assign(request(), {kind: 'request', id: this.id, at: this.clock.now()} as const)
    this.observe(event)
    this.#since = performance.now()
  }

  reply({status, headers, phases}: Incoming): void {
    const milliseconds = this.#lap()
    this.observe?.({kind: 'reply', id: this.id, status, headers: maskHeaders(headers), milliseconds, phases})
  }

  /** The reply has been read whole. */
  body(text: string): void {
    const {secrets} = this
    this.observe?.({
      ...{kind: 'body', id: this.id, size: Buffer.byteLength(text), milliseconds: this.#lap()},
      get body() {
        return maskBody(text, secrets)
      },
    })
  }

  /** The reply has been handed on to its end while it arrived. */
  streamed(size: number): void {
    this.observe?.({kind: 'body', id: this.id, size, milliseconds: this.#lap(), body: undefined})
  }

  failure(reason: string): void {
    this.observe?.({kind: 'failure', id: this.id, milliseconds: this.#lap(), reason})
  }

  #lap(): number {
    const now = performance.now()
    const lap = now - this.#since
    this.#since = now
    return lap
  }
}
