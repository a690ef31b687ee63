import {type FastifyInstance} from 'fastify'
import {maskPath} from '../client/masking.ts'
import {type Exchange} from './exchange.ts'

/** What is only true of the connection that was recorded. */
const ownHeaders = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
  'date',
])

/** An application that answers requests as they were answered in a recording. */
export async function recordingServer(exchanges: readonly Exchange[]): Promise<FastifyInstance> {
  const {default: fastify} = await import('fastify')
  const app = fastify({forceCloseConnections: true, exposeHeadRoutes: false})
  app.removeAllContentTypeParsers()
  // Requests are told apart by their lines: their bodies are not looked at.
  app.addContentTypeParser('*', (_request, payload, done) => payload.resume().on('end', () => done(null)))
  const recorded = new RecordedReplies(exchanges)
  app.all('*', async (request, reply) => {
    const found = recorded.next(request.method, request.url)
    if (found?.reply === undefined) {
      const message = `${request.method} ${request.url} is not in the recording.`
      return reply.code(404).send({code: 'not-recorded', message})
    }
    const {status, headers, body} = found.reply
    reply.code(status)
    for (const [name, value] of Object.entries(headers)) if (!ownHeaders.has(name)) reply.header(name, value)
    return reply.send(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body))
  })
  return app
}

/** The replies to each request line in their order; the last one is given again and again. */
class RecordedReplies {
  readonly #replies = new Map<string, Exchange[]>()

  constructor(exchanges: readonly Exchange[]) {
    for (const exchange of exchanges) {
      if (exchange.reply === undefined) continue
      const line = requestLine(exchange.method, exchange.url)
      this.#replies.set(line, [...(this.#replies.get(line) ?? []), exchange])
    }
  }

  next(method: string, url: string): Exchange | undefined {
    const left = this.#replies.get(requestLine(method, url))
    return left !== undefined && left.length > 1 ? left.shift() : left?.[0]
  }
}

/** Method, path and query, whatever the order of its parameters; masked values are anything. */
function requestLine(method: string, url: string): string {
  const {pathname, searchParams} = new URL(maskPath(url), 'http://recorded.localhost')
  searchParams.sort()
  return `${method} ${pathname}?${searchParams.toString()}`
}
