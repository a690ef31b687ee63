import {type Readable} from 'node:stream'
import {setImmediate} from 'node:timers/promises'
import type {Dispatcher} from 'undici'
import request from 'undici/lib/api/api-request.js'
import Agent from 'undici/lib/dispatcher/agent.js'
import {type Opening, type Phases} from './events.ts'
import {Openings} from './openings.ts'
import {deferParserTiering} from './parser-tiering.ts'
import {type Environment, type Proxy, proxyOf} from './proxy.ts'
import {type Target} from './target.ts'
import {type Method} from './wire.ts'

deferParserTiering()

const CONNECT_TIMEOUT_MS = 10_000
const CONNECTIONS_PER_ORIGIN = 20

/** One request as it goes to the socket: nothing is added to it but `host`, `connection` and the length of the body. */
export interface Outgoing {
  method: Method
  target: Target
  headers: Readonly<Record<string, string>>
  body?: string | AsyncIterable<Uint8Array> | undefined
}

/** The head of a reply, and its body, not yet read: it must be, by one of the three ways. */
export interface Incoming {
  status: number
  /** Lower-case names; what came more than once is joined by commas. */
  headers: Readonly<Record<string, string>>
  /** What the time until its head was taken up by. */
  phases: Phases
  stream: AsyncIterable<Uint8Array>
  text(): Promise<string>
  discard(): Promise<void>
}

/** The exchange failed before there was a whole reply. */
export class TransportError extends Error {
  /** Whether any of the request may have left this machine. When false, no handler has seen it. */
  readonly sent: boolean

  constructor(cause: unknown, sent: boolean) {
    super(cause instanceof Error ? cause.message : String(cause), {cause})
    this.name = 'TransportError'
    this.sent = sent
  }

  /** The code of the system, of TLS or of undici, e.g. `ECONNREFUSED` or `UND_ERR_HEADERS_TIMEOUT`. */
  get reason(): string {
    const {cause} = this
    return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
  }
}

/** How requests get to an origin. */
interface Way {
  dispatcher: Dispatcher
  /** The variable that names its proxy. */
  proxy: string | undefined
  opened: Opened
}

/** What was opened for a request that waits since then and is given a connection now. */
type Opened = (since: number) => Opening | undefined

const nothingOpened: Opened = () => undefined

/** Connection pools: direct ones, and those through a proxy. */
export class Connections {
  readonly #env: Environment
  readonly #given: Dispatcher | undefined
  #direct: Dispatcher | undefined
  readonly #proxied = new Map<string, Promise<Dispatcher>>()
  readonly #openings = new Openings()

  /** `given` answers every request in place of the network. It is not closed here. */
  constructor(env: Environment, given?: Dispatcher) {
    this.#env = env
    this.#given = given
  }

  /** The way to an origin. Throws a usage error for a variable that names no proxy. */
  async to(origin: string): Promise<Way> {
    if (this.#given !== undefined) return {dispatcher: this.#given, proxy: undefined, opened: nothingOpened}
    const proxy = proxyOf(origin, this.#env)
    if (proxy !== undefined)
      return {dispatcher: await this.#through(proxy), proxy: proxy.variable, opened: nothingOpened}
    const dispatcher = (this.#direct ??= this.#openDirect())
    return {dispatcher, proxy: undefined, opened: (since) => this.#openings.take(origin, since)}
  }

  #through({url}: Proxy): Promise<Dispatcher> {
    const dispatcher = this.#proxied.get(url.href) ?? openProxied(url)
    this.#proxied.set(url.href, dispatcher)
    return dispatcher
  }

  #openDirect(): Dispatcher {
    return new Agent({connections: CONNECTIONS_PER_ORIGIN, connect: this.#openings.connector(CONNECT_TIMEOUT_MS)})
  }

  async close(): Promise<void> {
    const proxied = [...this.#proxied.values()].map(async (dispatcher) => (await dispatcher).destroy())
    await Promise.all([this.#direct?.destroy(), ...proxied])
  }
}

async function openProxied({href: uri}: URL): Promise<Dispatcher> {
  // The proxy agent needs what only the index puts together: whoever has a proxy pays for loading it.
  const {ProxyAgent} = await import('undici')
  const timed = {timeout: CONNECT_TIMEOUT_MS}
  return new ProxyAgent({uri, connections: CONNECTIONS_PER_ORIGIN, proxyTls: timed, requestTls: timed})
}

/** Remembers whether the request was given to a socket that stands: only then may anything of it have been sent. And when. */
class TrackedRequest extends request.RequestHandler {
  sent = false
  readonly #signal: AbortSignal
  readonly #opened: Opened
  readonly #begun = performance.now()
  #connected = this.#begun
  #opening: Opening | undefined
  #written: number | undefined

  constructor(options: Dispatcher.RequestOptions & {signal: AbortSignal}, callback: RequestCallback, opened: Opened) {
    super(options, callback)
    this.#signal = options.signal
    this.#opened = opened
  }

  override onConnect(abort: (error?: Error) => void, context?: unknown): void {
    if (!this.#signal.aborted) this.sent = true
    this.#connected = performance.now()
    this.#opening = this.#opened(this.#begun)
    super.onConnect(abort, context)
  }

  /** undici tells it when all has been written. */
  onRequestSent(): void {
    this.#written = performance.now()
  }

  /** What the time until now was taken up by. */
  phases(): Phases {
    const {dns = 0, connect = 0, tls = 0} = this.#opening ?? {}
    const waitedSince = this.#written ?? this.#connected
    return {
      blocked: Math.max(0, this.#connected - this.#begun - dns - connect - tls),
      ...this.#opening,
      ...(this.#written !== undefined && {send: this.#written - this.#connected}),
      wait: performance.now() - waitedSince,
    }
  }
}

// undici takes any async iterable; its types know only Node's own streams.
type RequestBody = string | Readable | null

type RequestCallback = ConstructorParameters<typeof request.RequestHandler>[1]

/** Sends one request and waits for the head of its reply. Throws TransportError. `idleTimeoutMs` bounds the wait for the head and between two pieces of the body. */
export async function exchange(
  dispatcher: Dispatcher,
  outgoing: Outgoing,
  signal: AbortSignal,
  idleTimeoutMs: number,
  opened: Opened,
): Promise<Incoming> {
  const options = {
    origin: outgoing.target.origin,
    path: outgoing.target.path,
    method: outgoing.method,
    headers: {...outgoing.headers},
    body: (outgoing.body ?? null) as RequestBody,
    headersTimeout: idleTimeoutMs,
    bodyTimeout: idleTimeoutMs,
    signal,
  } satisfies Dispatcher.RequestOptions
  return new Promise((resolve, reject) => {
    // undici does not look at the signal while it is still connecting.
    const abort = (): void => reject(new TransportError(signal.reason, tracked.sent))
    const tracked = new TrackedRequest(
      options,
      (error, reply) => {
        signal.removeEventListener('abort', abort)
        if (error === null) resolve(incomingOf(reply, tracked.phases()))
        else reject(new TransportError(error, tracked.sent))
      },
      opened,
    )
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort, {once: true})
    dispatcher.dispatch(options, tracked)
  })
}

function incomingOf({statusCode, headers, body}: Dispatcher.ResponseData, phases: Phases): Incoming {
  return {
    status: statusCode,
    headers: flatten(headers),
    phases,
    stream: body,
    text: () => body.text().finally(connectionFree),
    discard: () => body.dump().then(connectionFree),
  }
}

/** undici takes a connection back one turn after the end of the reply; who asks sooner opens another. */
async function connectionFree(): Promise<void> {
  await setImmediate()
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
}

/** A multipart body that streams its files, with the headers that describe it. */
export async function encodeMultipart(
  fields: readonly (readonly [string, string | File])[],
): Promise<{headers: Record<string, string>; body: AsyncIterable<Uint8Array>}> {
  // Of a CommonJS module, a bundle has the default export alone.
  const [{FormData}, {extractBody}] = await Promise.all([
    import('undici/lib/web/fetch/formdata.js').then((module) => module.default),
    import('undici/lib/web/fetch/body.js').then((module) => module.default),
  ])
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  const [{stream, length}, contentType] = extractBody(form)
  return {
    headers: {'content-type': contentType, ...(length !== null && {'content-length': String(length)})},
    body: stream,
  }
}
