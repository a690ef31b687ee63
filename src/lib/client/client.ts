import {setMaxListeners} from 'node:events'
import {type CliError, interruptedError, readOnlyError} from '../errors.ts'
import {notDone} from './ambiguous.ts'
import {authorizer} from './authorize.ts'
import {callOf, linkCallOf, pollCallOf, type Call} from './call.ts'
import {systemClock, type Clock} from './clock.ts'
import {type Credentials, type TokenReply} from './credentials.ts'
import {Deadline} from './deadline.ts'
import {type Observer, type UploadObserver} from './events.ts'
import {FailedAttempt} from './failed-attempt.ts'
import {Lifecycle} from './lifecycle.ts'
import {errorReply, isSuccess, readBody} from './reply.ts'
import {type Pace} from './pace.ts'
import {mayHaveBeenDone, retryAfterMs, retryDelay} from './retry.ts'
import {type Hosts} from './target.ts'
import {tokenRequest, tokensOf} from './token-request.ts'
import {transportFailure, Transmitter, type Arrival} from './transmitter.ts'
import {Connections, TransportError} from './undici.ts'
import {type Body, type WireReply, type WireRequest} from './wire.ts'

const DEFAULT_TIMEOUT_MS = 60_000

export interface ClientOptions {
  /** Base URLs, which may have a path: https, or http on this machine. */
  hosts: Hosts
  apiVersion: string
  credentials: Credentials
  /** Version of this program, for the user-agent header. */
  version: string
  /** How long one call may take with its retries. */
  timeoutMs?: number | undefined
  /** What the `debug` header says. */
  debug?: boolean | undefined
  /** The uuid that all requests of this client share; a fresh one when left out. */
  traceId?: string | undefined
  /** Shared with others, whose owner closes them; its own when left out. */
  connections?: Connections | undefined
  /** Aborted when the user interrupts. */
  signal?: AbortSignal | undefined
  /** Name of the read-only profile in force: what changes anything is refused. */
  readOnly?: string | undefined
  /** Where proxies are looked up for connections of its own; the process's environment when left out. */
  env?: Readonly<Record<string, string | undefined>> | undefined
  observe?: Observer | undefined
  uploads?: UploadObserver | undefined
  clock?: Clock | undefined
}

export interface SendOptions {
  /** In place of the client's, for this call. */
  timeoutMs?: number | undefined
  /** Whether a web page is a reply that is wanted, rather than a gateway's. */
  pages?: boolean
}

/** What a single request has brought, whatever it is. */
export interface Sighting {
  status: number
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>
  /** Until the reply had been read; what getting a token takes is not in it. */
  milliseconds: number
  /** What another call would have thrown for this reply. */
  refusal: CliError | undefined
}

/** A reply whose body is read while it arrives. */
export interface Download {
  status: number
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>
  /** Throws a CliError when the reply breaks off. */
  body: AsyncIterable<Uint8Array>
  traceId: string
}

/** The one way to the service: authorization, life-cycle headers, retries, redirects and errors of every call. */
export class Client {
  readonly #options: ClientOptions
  readonly #clock: Clock
  readonly #lifecycle: Lifecycle
  readonly #transmitter: Transmitter
  readonly #own: Connections | undefined
  #pace: Pace | undefined

  constructor(options: ClientOptions) {
    this.#options = options
    this.#clock = options.clock ?? systemClock
    // Each call under way listens to it, and there may be many.
    if (options.signal !== undefined) setMaxListeners(0, options.signal)
    this.#lifecycle = new Lifecycle(options.debug ?? false, options.traceId)
    this.#own = options.connections === undefined ? new Connections(options.env ?? process.env) : undefined
    this.#transmitter = new Transmitter({
      lifecycle: this.#lifecycle,
      clock: this.#clock,
      userAgent: `commsctl/${options.version}`,
      connections: options.connections ?? this.#own!,
      observe: options.observe,
      uploads: options.uploads,
    })
  }

  /** From here on requests go out when it is their turn, repeated ones as well. */
  paceBy(pace: Pace): void {
    this.#pace = pace
  }

  /** The uuid that all requests of this client share. */
  get traceId(): string {
    return this.#lifecycle.trace
  }

  /** Sends a request and reads the reply whole. Throws CliError; when `isAmbiguous(error)`, the request may have been carried out. */
  async send(request: WireRequest, options: SendOptions = {}): Promise<WireReply> {
    return this.#sendCall(callOf(request, this.#options), options)
  }

  /** Sends a request once to see how the service is: an error reply is an answer, too. Throws CliError where there is none. */
  async look(request: WireRequest, options: SendOptions = {}): Promise<Sighting> {
    const call = callOf(request, this.#options)
    const deadline = this.#deadline(options)
    const authorize = authorizer(call.auth, this.#options.credentials)
    let begun = 0
    try {
      const arrival = await authorize((authorization) => {
        begun = performance.now()
        return this.#transmitter.transmit({call, authorization, accept: 'application/json', deadline, attempt: 1})
      })
      const {status, headers} = arrival.incoming
      const refusal = isSuccess(status) ? undefined : (await errorReply(arrival)).reported
      if (refusal === undefined) await readBody(arrival, {pages: options.pages ?? false})
      return {status, headers, milliseconds: performance.now() - begun, refusal}
    } catch (error) {
      throw error instanceof FailedAttempt ? error.reported : error
    } finally {
      deadline.dispose()
    }
  }

  /** Asks with HEAD how far the work on the resource at `location` is that `request` began. */
  async poll(location: string, request: WireRequest, options: SendOptions = {}): Promise<WireReply> {
    return this.#sendCall(pollCallOf(location, request, this.#options), options)
  }

  /** Asks the auth host for tokens. `basicToken` is base64 of `public id:secret`. */
  async requestToken(
    basicToken: string,
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<TokenReply> {
    return tokensOf(await this.send(tokenRequest(basicToken, form, headers)))
  }

  /** Sends a request and hands over the reply's body while it arrives; the deadline ends with the head of the reply. */
  async download(request: WireRequest, options: SendOptions = {}): Promise<Download> {
    return this.#download(callOf(request, this.#options), options)
  }

  /** Fetches a URL that the service gave out, without credentials; else like `download`. */
  async fetchLink(link: string, headers: Readonly<Record<string, string>> = {}): Promise<Download> {
    return this.#download(linkCallOf(link, headers, this.#options), {})
  }

  /** Posts a form to a URL that the service gave out, without credentials. That the same is posted twice does no harm. */
  async postLink(link: string, body: Body): Promise<WireReply> {
    return this.#sendCall(linkCallOf(link, {}, this.#options, body), {})
  }

  async #download(call: Call, options: SendOptions): Promise<Download> {
    const deadline = this.#deadline(options)
    try {
      const arrival = await this.#withRetries(call, '*/*', deadline, (arrived) => Promise.resolve(arrived))
      deadline.stopTimer()
      const {status, headers} = arrival.incoming
      return {status, headers, body: streamBody(arrival), traceId: this.traceId}
    } catch (error) {
      deadline.dispose()
      throw error
    }
  }

  /** Closes connections of its own. */
  async close(): Promise<void> {
    await this.#own?.close()
  }

  #deadline({timeoutMs}: SendOptions): Deadline {
    return new Deadline(timeoutMs ?? this.#options.timeoutMs ?? DEFAULT_TIMEOUT_MS, this.#clock, this.#options.signal)
  }

  async #sendCall(call: Call, options: SendOptions): Promise<WireReply> {
    const deadline = this.#deadline(options)
    const {pages = false} = options
    try {
      return await this.#withRetries(call, pages ? '*/*' : 'application/json', deadline, async (arrival) => {
        const {status, headers} = arrival.incoming
        const body = isSuccess(status) ? await readBody(arrival, {pages}) : undefined
        if (!isSuccess(status)) await arrival.incoming.discard()
        return {status, headers, body, traceId: this.traceId}
      })
    } finally {
      deadline.dispose()
    }
  }

  async #withRetries<Result>(
    call: Call,
    accept: string,
    deadline: Deadline,
    read: (arrival: Arrival) => Promise<Result>,
  ): Promise<Result> {
    if (call.changes && this.#options.readOnly !== undefined) throw readOnlyError(this.#options.readOnly)
    const authorize = authorizer(call.auth, this.#options.credentials)
    let mayBeDone = false
    for (let attempt = 1; ; attempt++) {
      try {
        // An interruption is told where the request would have been sent.
        await this.#pace?.turn(deadline.signal).catch(() => undefined)
        const sentAt = this.#clock.now()
        const arrival = await authorize((authorization) =>
          this.#transmitter.transmit({call, authorization, accept, deadline, attempt}),
        )
        const {status, headers} = arrival.incoming
        this.#pace?.answered(status, retryAfterMs(headers['retry-after'], this.#clock.now()), sentAt)
        // Deleted by an attempt whose reply was lost.
        const isGone = mayBeDone && call.method === 'DELETE' && status === 404
        if (!isSuccess(status) && !isGone) throw await errorReply(arrival)
        return await read(arrival)
      } catch (error) {
        if (!(error instanceof FailedAttempt)) throw error
        mayBeDone ||= mayHaveBeenDone(error.failure)
        const end = await this.#pause(error, call, deadline, attempt)
        if (end !== undefined) throw mayBeDone ? end : notDone(end)
      }
    }
  }

  /** Waits before the next attempt. Gives back what is to be reported when there is none. */
  async #pause(
    {failure, reported, id}: FailedAttempt,
    {idempotent}: Call,
    deadline: Deadline,
    attempt: number,
  ): Promise<CliError | undefined> {
    const now = this.#clock.now()
    const situation = {
      idempotent,
      attempts: attempt,
      remaining: deadline.remaining(),
      now,
      random: this.#clock.random(),
    }
    const delayMs = retryDelay(failure, situation)
    if (delayMs === undefined) return reported
    this.#options.observe?.({kind: 'retry', id, attempt: attempt + 1, delayMs, reason: reported.message})
    try {
      await this.#clock.delay(delayMs, deadline.signal)
      return undefined
    } catch {
      return deadline.interrupted ? interruptedError() : reported
    }
  }
}

async function* streamBody({incoming, attempted}: Arrival): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const chunk of incoming.stream) {
      size += chunk.length
      yield chunk
    }
    attempted.report.streamed(size)
  } catch (error) {
    throw transportFailure(new TransportError(error, true), attempted).reported
  } finally {
    attempted.deadline.dispose()
  }
}
