import {timingSafeEqual} from 'node:crypto'
import {type IncomingHttpHeaders} from 'node:http'
import {type FastifyInstance} from 'fastify'

/** What was posted to the receiver. */
export interface Posted {
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Larger ones are refused with 413. */
const largestBody = 10 * 1024 * 1024

export interface ReceiverOptions {
  /** The header that requests of the platform have, and its value. */
  key: {name: string; value: string}
  /** Takes an event and says what the platform is answered. */
  take: (posted: Posted) => Promise<number>
  /** Told of a request without the key. */
  onStranger: () => void
}

/** An application that takes what is posted to it, at any path: tunnels may add one. */
export async function receiver({key, take, onStranger}: ReceiverOptions): Promise<FastifyInstance> {
  const {default: fastify} = await import('fastify')
  const app = fastify({forceCloseConnections: true, bodyLimit: largestBody})
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', {parseAs: 'buffer'}, (_request, body, done) => done(null, body))
  app.addHook('onRequest', async ({headers}, reply) => {
    if (isSame(headers[key.name], key.value)) return
    onStranger()
    return reply.code(403).send()
  })
  app.post('*', async ({headers, body}, reply) => {
    const status = await take({headers, body: Buffer.isBuffer(body) ? body : Buffer.alloc(0)})
    return reply.code(status).send()
  })
  return app
}

/** Takes as long whether much of it is right or little. */
function isSame(given: string | string[] | undefined, wanted: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
