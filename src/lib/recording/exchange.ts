import {type ClientEvent, type EventOf, type Observer, type Phases} from '../client/events.ts'
import {type AuthKind, type HostName, type JsonValue} from '../client/wire.ts'

/** One request with what became of it, secrets masked: what recordings and the history hold. */
export interface Exchange {
  id: string
  trace: string
  /** Milliseconds since 1970. */
  at: number
  /** From 1; above it, a repetition. */
  attempt: number
  method: string
  url: string
  /** Which of the hosts of the settings it went to, where that is known. */
  host?: HostName | undefined
  auth?: AuthKind | undefined
  headers: Readonly<Record<string, string>>
  body?: JsonValue | undefined
  reply?: ExchangeReply | undefined
  /** Why there was no reply, or no whole one. */
  failure?: string | undefined
  /** Of all of it, as far as it went. */
  milliseconds: number
}

export interface ExchangeReply {
  status: number
  headers: Readonly<Record<string, string>>
  phases: Phases
  /** Milliseconds from its head to its end; undefined where nobody read it. */
  receive?: number | undefined
  /** Bytes. */
  size?: number | undefined
  /** Undefined where it is empty, was handed on while it arrived, or is not kept. */
  body?: JsonValue | undefined
}

export interface LogOptions {
  /** Whether the bodies of replies are kept. */
  replies: boolean
  /** How many exchanges are kept: the last. */
  keep: number
}

/** Joins what is told of requests to exchanges, in the order in which they began. */
export class ExchangeLog {
  /** How many there were, kept or not. */
  count = 0
  readonly #exchanges = new Map<string, Exchange>()

  constructor(private readonly options: LogOptions) {}

  get exchanges(): Exchange[] {
    return [...this.#exchanges.values()]
  }

  readonly observe: Observer = (event) => {
    if (event.kind === 'request') return this.#begin(event)
    const exchange = this.#exchanges.get(event.id)
    if (exchange !== undefined) this.#add(exchange, event)
  }

  #begin({id, trace, at, attempt, method, url, host, auth, headers, body}: EventOf<'request'>): void {
    this.count += 1
    this.#exchanges.set(id, {id, trace, at, attempt, method, url, host, auth, headers, body, milliseconds: 0})
    if (this.#exchanges.size <= this.options.keep) return
    const [oldest = ''] = this.#exchanges.keys()
    this.#exchanges.delete(oldest)
  }

  #add(exchange: Exchange, event: Exclude<ClientEvent, {kind: 'request'}>): void {
    if (event.kind === 'retry') return
    exchange.milliseconds += event.milliseconds
    if (event.kind === 'failure') exchange.failure = event.reason
    if (event.kind === 'reply') {
      const {status, headers, phases} = event
      exchange.reply = {status, headers, phases}
    }
    if (event.kind === 'body' && exchange.reply !== undefined) {
      exchange.reply.receive = event.milliseconds
      exchange.reply.size = event.size
      if (this.options.replies) exchange.reply.body = event.body
    }
  }
}

/** Whether it did not do what it should have done. */
export function hasFailed({reply, failure}: Pick<Exchange, 'reply' | 'failure'>): boolean {
  return failure !== undefined || reply === undefined || reply.status >= 400
}
