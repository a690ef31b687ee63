import {type IncomingHttpHeaders} from 'node:http'
import {Readable} from 'node:stream'
import {type FastifyInstance, type InjectOptions, type LightMyRequestResponse} from 'fastify'
import {SocketError} from 'undici/lib/core/errors.js'
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js'
import WrapHandler from 'undici/lib/handler/wrap-handler.js'
import {type RoutedRequest} from './routed-url.ts'

type Options = Dispatcher.DispatchOptions

/** Has an application in this process answer all requests, whatever their origin. To those who send them it looks like the network: bodies are streams both ways. */
export class InProcessDispatcher extends Dispatcher {
  readonly #application: (request: RoutedRequest) => Promise<FastifyInstance>

  /** `application` is asked for on each request, and need not be ready before. */
  constructor(application: (request: RoutedRequest) => Promise<FastifyInstance>) {
    super()
    this.#application = application
  }

  override dispatch(options: Options, handler: Dispatcher.DispatchHandler): boolean {
    void this.#exchange(options, WrapHandler.wrap(handler))
    return true
  }

  async #exchange(options: Options, handler: Dispatcher.DispatchHandler): Promise<void> {
    const controller = new ExchangeController()
    try {
      const request = injection(options)
      const app = await this.#application({url: options.path, headers: {host: request.headers['host']}})
      handler.onRequestStart?.(controller, {})
      controller.throwIfAborted()
      const reply = app.inject({...request, payloadAsStream: true, signal: controller.signal})
      await deliver(await Promise.race([reply, controller.abortion]), controller, handler)
    } catch (error) {
      handler.onResponseError?.(controller, controller.reason ?? asNetworkError(error))
    }
  }
}

async function deliver(
  reply: LightMyRequestResponse,
  controller: ExchangeController,
  handler: Dispatcher.DispatchHandler,
): Promise<void> {
  const headers = reply.headers as IncomingHttpHeaders
  controller.rawHeaders = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? ''].flat().flatMap((text) => [Buffer.from(name, 'latin1'), Buffer.from(text, 'latin1')]),
  )
  handler.onResponseStart?.(controller, reply.statusCode, headers, reply.statusMessage)
  await controller.wanted()
  for await (const chunk of reply.stream() as AsyncIterable<Buffer>) {
    handler.onResponseData?.(controller, chunk)
    await controller.wanted()
  }
  handler.onResponseEnd?.(controller, reply.trailers)
}

/** How the handler of one request slows it down or ends it. */
class ExchangeController implements Dispatcher.DispatchController {
  rawHeaders: Buffer[] | null = null
  reason: Error | null = null
  paused = false
  /** Rejected when the request is aborted. */
  readonly abortion: Promise<never>
  readonly #aborting = new AbortController()
  #rejectAbortion: (reason: Error) => void = () => undefined
  #goOn: () => void = () => undefined

  constructor() {
    this.abortion = new Promise((_, reject) => (this.#rejectAbortion = reject))
    // Nobody may be waiting when it comes.
    this.abortion.catch(() => undefined)
  }

  get aborted(): boolean {
    return this.reason !== null
  }

  /** Aborted with the request: the application sees its connection end. */
  get signal(): AbortSignal {
    return this.#aborting.signal
  }

  abort(reason: Error): void {
    if (this.reason !== null) return
    this.reason = reason
    this.#rejectAbortion(reason)
    this.#aborting.abort(reason)
  }

  pause(): void {
    this.paused = true
  }

  resume(): void {
    this.paused = false
    this.#goOn()
  }

  throwIfAborted(): void {
    if (this.reason !== null) throw this.reason
  }

  /** Fulfilled when the handler takes more. Throws the reason when the request was aborted. */
  async wanted(): Promise<void> {
    this.throwIfAborted()
    if (!this.paused) return
    await Promise.race([new Promise<void>((resolve) => (this.#goOn = resolve)), this.abortion])
  }
}

function injection({
  origin = 'http://localhost',
  path,
  method,
  headers,
  body,
}: Options): InjectOptions & {headers: Headers} {
  const {host, protocol} = new URL(origin)
  const payload = payloadOf(body)
  const given = headersOf(headers)
  const streamed = payload instanceof Readable && given['content-length'] === undefined
  return {
    method: method,
    url: path,
    headers: {
      host,
      'x-forwarded-proto': protocol.slice(0, -1),
      ...(streamed && {'transfer-encoding': 'chunked'}),
      ...given,
    },
    ...(payload !== undefined && {payload}),
  }
}

/** Undici takes any iterable of bytes; `inject` takes streams only. */
function payloadOf(body: unknown): InjectOptions['payload'] {
  if (body === undefined || body === null) return undefined
  if (typeof body === 'string' || body instanceof FormData || body instanceof Readable) return body
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return Readable.from(body as AsyncIterable<Uint8Array>)
}

type Headers = Record<string, string | string[]>

/** By lower-case names, of all the forms that undici takes headers in. */
function headersOf(headers: Options['headers']): Headers {
  const found: Headers = {}
  for (const [name, value] of pairsOf(headers ?? {})) if (value !== undefined) found[name.toLowerCase()] = value
  return found
}

function pairsOf(headers: NonNullable<Options['headers']>): Iterable<[string, string | string[] | undefined]> {
  if (Array.isArray(headers)) {
    return headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1]]] : []))
  }
  return Symbol.iterator in headers ? headers : Object.entries(headers)
}

/** What a client sees when its connection is cut. */
function asNetworkError(error: unknown): Error {
  const cut = error instanceof Error && 'code' in error && error.code === 'LIGHT_ECONNRESET'
  return cut ? new SocketError('other side closed') : (error as Error)
}
