import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {describeBody, encodeBody, type EncodedBody} from './bodies.ts'
import {type Call} from './call.ts'
import {type Clock} from './clock.ts'
import {type Deadline} from './deadline.ts'
import {type Observer, type UploadObserver} from './events.ts'
import {FailedAttempt} from './failed-attempt.ts'
import {type Lifecycle} from './lifecycle.ts'
import {ExchangeReport} from './exchange-report.ts'
import {maskHeaders, maskPath} from './masking.ts'
import {isLasting, isUnfinished, networkError, type Attempted} from './network-error.ts'
import {resolveTarget, urlOf, type Target} from './target.ts'
import {type Connections, exchange, TransportError, type Incoming} from './undici.ts'

const MAX_REDIRECTS = 5

export interface TransmitterOptions {
  lifecycle: Lifecycle
  clock: Clock
  userAgent: string
  connections: Connections
  observe: Observer | undefined
  uploads: UploadObserver | undefined
}

export interface Transmission {
  call: Call
  /** The `Authorization` header. */
  authorization: string | undefined
  /** The media types that are understood. */
  accept: string
  deadline: Deadline
  /** From 1. */
  attempt: number
}

/** The head of a reply, with what is needed to report on it. */
export interface Arrival {
  incoming: Incoming
  attempted: Attempted
}

/** Sends one attempt of a call: life-cycle headers, redirects, errors of the network. */
export class Transmitter {
  readonly #options: TransmitterOptions

  constructor(options: TransmitterOptions) {
    this.#options = options
  }

  /** Throws FailedAttempt when no reply came. */
  async transmit(transmission: Transmission): Promise<Arrival> {
    const {call} = transmission
    let {target} = call
    let headers: Record<string, string> = {...call.headers}
    if (transmission.authorization !== undefined) headers['authorization'] = transmission.authorization
    for (let redirects = 0; ; redirects++) {
      const arrival = await this.#exchange(transmission, target, headers)
      const next = redirectTarget(arrival, redirects)
      if (next === undefined) return arrival
      await arrival.incoming.discard()
      // Whoever the service points to is told nothing that was meant for the service.
      if (next.origin !== target.origin) headers = {}
      target = next
    }
  }

  async #exchange(
    {call, accept, deadline, attempt}: Transmission,
    target: Target,
    callHeaders: Readonly<Record<string, string>>,
  ): Promise<Arrival> {
    const {lifecycle, clock, userAgent, connections, observe, uploads} = this.#options
    const encoded = await this.#encode(call, deadline)
    const ids = lifecycle.next()
    const headers = {accept, 'user-agent': userAgent, ...encoded?.headers, ...callHeaders, ...ids}
    const {method, host, idempotent} = call
    const {dispatcher, proxy, opened} = await connections.to(target.origin)
    const report = new ExchangeReport(ids.id, observe, clock, call)
    const attempted = {
      method,
      target,
      host,
      idempotent,
      traceId: ids.trace,
      deadline,
      proxy,
      upload: encoded?.upload,
      report,
    }
    report.request(() => ({
      ...{trace: ids.trace, attempt, method, url: target.origin + maskPath(target.path)},
      ...{host, auth: call.auth, headers: maskHeaders(headers)},
      get body() {
        return call.body && describeBody(call.body, call.secrets)
      },
    }))
    try {
      if (encoded?.upload !== undefined) await uploads?.begin(encoded.upload.total)
      const outgoing = {method, target, headers, body: encoded?.body}
      const incoming = await exchange(dispatcher, outgoing, deadline.signal, deadline.timeoutMs, opened)
      report.reply(incoming)
      return {incoming, attempted}
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      if (!(error.cause instanceof CliError)) throw transportFailure(error, attempted)
      // What a file that is sent has thrown says best itself what is wrong with it.
      report.failure(error.cause.message)
      throw error.cause
    } finally {
      uploads?.end()
    }
  }

  /** The time of the call does not run while its files go out. */
  async #encode({body}: Call, deadline: Deadline): Promise<EncodedBody | undefined> {
    if (body === undefined) return undefined
    return encodeBody(body, ({sent}) => {
      deadline.extend()
      this.#options.uploads?.sent(sent)
    })
  }
}

/** A failed exchange as a failed attempt. */
export function transportFailure(error: TransportError, attempted: Attempted): FailedAttempt {
  const stop = attempted.deadline.signal.aborted
  const sent = error.sent && !isUnfinished(attempted)
  const failure = {kind: 'transport', sent, lasting: stop || isLasting(error)} as const
  const reported = networkError(error, attempted)
  attempted.report.failure(reported.message)
  return new FailedAttempt(failure, reported, attempted.report.id)
}

/** Where a reply sends the client on to; undefined when it does not. Throws for what is not followed. */
function redirectTarget({incoming, attempted}: Arrival, redirects: number): Target | undefined {
  const {location} = incoming.headers
  const {method, target, traceId} = attempted
  if (![301, 302, 303, 307, 308].includes(incoming.status) || location === undefined) return undefined
  const followed = (method === 'GET' || method === 'HEAD') && redirects < MAX_REDIRECTS
  if (followed) return resolveTarget(location, urlOf(target))
  const why =
    redirects < MAX_REDIRECTS
      ? `a ${method} request is not sent on`
      : `${MAX_REDIRECTS} redirects were followed already`
  throw new CliError(`${target.origin} redirects to ${maskPath(location)}, and ${why}.`, {
    code: 'redirected',
    exit: ExitCode.Unavailable,
    status: incoming.status,
    traceId,
    hint: 'See whether the host in your settings is right: commsctl config list',
  })
}
