import {type Clock} from './clock.ts'
import {type EventOf, type Observer} from './events.ts'
import {type Call} from './call.ts'
import {MASK, maskBody, maskHeaders} from './masking.ts'
import {type Incoming} from './undici.ts'
import {type JsonValue} from './wire.ts'

type Request = Omit<EventOf<'request'>, 'kind' | 'id' | 'at'>

/** Tells the observer what becomes of one request. Nothing is masked or measured where nobody listens. */
export class ExchangeReport {
  #since = 0

  constructor(
    readonly id: string,
    private readonly observe: Observer | undefined,
    private readonly clock: Clock,
    private readonly call: Pick<Call, 'auth' | 'secrets' | 'secretReply'>,
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
    const {call} = this
    this.observe?.({
      ...{kind: 'body', id: this.id, size: Buffer.byteLength(text), milliseconds: this.#lap()},
      get body() {
        return shown(text, call)
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

/** A reply as it may be shown. Services of Murano give tokens and codes as bare text, which has no name that tells. */
function shown(
  text: string,
  {auth, secrets, secretReply}: Pick<Call, 'auth' | 'secrets' | 'secretReply'>,
): JsonValue | undefined {
  const body = maskBody(text, secrets)
  return secretReply || (auth === 'murano' && typeof body === 'string') ? MASK : body
}
