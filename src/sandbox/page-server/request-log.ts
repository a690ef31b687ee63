import {Readable} from 'node:stream'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {maskJson} from '../../lib/client/masking.ts'
import {type JsonValue} from '../../lib/client/wire.ts'
import {type Clock} from '../clock.ts'
import {isOfPage} from './paths.ts'

/** One request to the port, as the page shows it. Secrets are masked. */
export interface LoggedRequest {
  id: number
  /** Milliseconds since 1970, by the sandbox's clock. */
  at: number
  method: string
  /** With its query. */
  path: string
  /** Undefined where the connection ended without a reply. */
  status: number | undefined
  milliseconds: number
  trace: string | undefined
  request: JsonValue | undefined
  reply: JsonValue | undefined
}

type Listener = (request: LoggedRequest) => void

const kept = 200
/** Longer replies are told by their size. */
const longestReply = 100_000

/** The last requests to the port, and whoever watches them. */
export class RequestLog {
  readonly #requests: LoggedRequest[] = []
  readonly #listeners = new Set<Listener>()
  #count = 0

  add(request: Omit<LoggedRequest, 'id'>): void {
    const logged = {id: ++this.#count, ...request}
    this.#requests.push(logged)
    if (this.#requests.length > kept) this.#requests.shift()
    for (const listener of this.#listeners) listener(logged)
  }

  /** Tells the last requests, and each that comes, until it is told to stop. */
  watch(listener: Listener): () => void {
    this.#requests.forEach(listener)
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** Notes each request with its bodies, but for those of the page itself. */
export function noteRequests(app: FastifyInstance, log: RequestLog, clock: Pick<Clock, 'now'>): void {
  const replies = new WeakMap<FastifyRequest, JsonValue>()
  app.addHook('onSend', async (request, _reply, payload) => {
    const shown = shownReply(payload)
    if (shown !== undefined) replies.set(request, shown)
  })
  app.addHook('onRequest', async (request, reply) => {
    if (isOfPage(request.originalUrl)) return
    const [at, began] = [clock.now(), performance.now()]
    reply.raw.once('close', () => {
      const {method, originalUrl: path, body} = request
      const trace = request.headers['trace']
      log.add({
        at,
        method,
        path,
        status: reply.raw.writableFinished ? reply.statusCode : undefined,
        milliseconds: Math.round(performance.now() - began),
        trace: typeof trace === 'string' ? trace : undefined,
        request: shownBody(body),
        reply: replies.get(request),
      })
    })
  })
}

/** Of a multipart body there is only the stream that it came in. */
function shownBody(body: unknown): JsonValue | undefined {
  const isShown = typeof body === 'object' && body !== null && !(body instanceof Readable)
  return isShown ? maskJson(body as JsonValue) : undefined
}

function shownReply(payload: unknown): JsonValue | undefined {
  if (typeof payload !== 'string') return undefined
  if (payload.length > longestReply) return `${payload.length} characters`
  try {
    return maskJson(JSON.parse(payload) as JsonValue)
  } catch {
    return payload === '' ? undefined : payload
  }
}
