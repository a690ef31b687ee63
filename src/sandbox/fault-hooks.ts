import {setMaxListeners} from 'node:events'
import {Readable} from 'node:stream'
import {setImmediate, setTimeout as delay} from 'node:timers/promises'
import {type FastifyInstance, type FastifyReply} from 'fastify'
import {pathOf} from './address.ts'
import {type Fault} from './faults.ts'
import {isOfPage} from './page-server/paths.ts'
import {errorBody, Refusal} from './refusal.ts'
import {type Sandbox} from './sandbox.ts'

/** Makes requests run into the fault rules: those that strike before go here, ahead of everything else. */
export function strikeBefore(app: FastifyInstance, {faults}: Sandbox): void {
  const pause = pausesOf(app)
  app.addHook('onRequest', async (request, reply) => {
    if (isOfPage(request.url)) return
    for (const fault of faults.strike('before', request.method, pathOf(request.url))) {
      if (fault.kind === 'latency') await pause(reply, fault.latencyMs)
      else if (fault.kind === 'drop') return dropConnection(reply)
      else throw refusalOf(fault)
    }
  })
}

/** Those that strike after come last, when the reply is ready to be sent. */
export function strikeAfter(app: FastifyInstance, {faults}: Sandbox): void {
  const pause = pausesOf(app)
  app.addHook('onSend', async (request, reply, payload) => {
    if (isOfPage(request.url)) return payload
    let sent = payload
    for (const fault of faults.strike('after', request.method, pathOf(request.url))) {
      if (fault.kind === 'latency') await pause(reply, fault.latencyMs)
      else if (fault.kind === 'drop') return await dropConnection(reply)
      else if (fault.kind === 'truncate') sent = truncated(reply, sent)
      else sent = replaced(reply, refusalOf(fault))
    }
    return sent
  })
}

/** Waits for a latency fault. When the application is closed meanwhile, its connections end. */
function pausesOf(app: FastifyInstance): (reply: FastifyReply, milliseconds?: number) => Promise<void> {
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  app.addHook('preClose', async () => closing.abort())
  return (reply, milliseconds) =>
    delay(milliseconds, undefined, {signal: closing.signal}).catch(() => dropConnection(reply))
}

/** The client sees its connection end; nothing comes after that, so the promise is never fulfilled. */
function dropConnection(reply: FastifyReply): Promise<never> {
  reply.raw.destroy()
  return new Promise(() => undefined)
}

function refusalOf({kind, status = 500, retryAfter = 1}: Fault): Refusal {
  if (kind === 'status') return new Refusal(status, `Fault on purpose: status ${status}.`)
  return new Refusal(429, 'Fault on purpose: too many requests.', [], {'retry-after': String(retryAfter)})
}

/**
 * Half of the body. The length of a text is left to be counted anew: the reply is sound HTTP, and what is in it is not JSON.
 * A stream breaks off, as a connection does.
 */
function truncated(reply: FastifyReply, payload: unknown): unknown {
  if (payload instanceof Readable) return Readable.from(firstHalf(payload, Number(reply.getHeader('content-length'))))
  return typeof payload === 'string' ? payload.slice(0, Math.ceil(payload.length / 2)) : payload
}

async function* firstHalf(stream: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let left = Math.ceil(length / 2)
  for await (const chunk of stream) {
    yield chunk.subarray(0, left)
    left -= chunk.length
    if (left <= 0) break
  }
  // What was written leaves first.
  await setImmediate()
  throw new Error('Fault on purpose: the reply breaks off.')
}

function replaced(reply: FastifyReply, refusal: Refusal): string {
  const body = errorBody(reply.request, refusal)
  const isText = typeof body === 'string'
  reply.code(refusal.status).headers(refusal.headers)
  reply.type(`${isText ? 'text/plain' : 'application/json'}; charset=utf-8`).removeHeader('content-length')
  return isText ? body : JSON.stringify(body)
}
