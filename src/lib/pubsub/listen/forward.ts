import {usageError} from '../../errors.ts'
import {isLoopback} from '../../profile/host.ts'
import {type Forwarding} from './received-event.ts'

/** How long a program may take to answer. */
const patienceMs = 30_000

export interface Posting {
  headers: Readonly<Record<string, string>>
  body: Uint8Array | string
}

/** Throws a usage error for a place that events must not be sent to in the open. */
export function checkForwardUrl(url: string): void {
  const {protocol, hostname} = new URL(url)
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return
  throw usageError(`--forward-to: “${url}” would show events to the network.`, {
    hint: 'Use https, or http on this machine, such as http://127.0.0.1:3000/hooks.',
  })
}

/** Posts an event to a program, the body as it is. Never throws: what went wrong is in the outcome. */
export async function forward(url: string, posting: Posting, signal?: AbortSignal): Promise<Forwarding> {
  const start = performance.now()
  const outcome = await answerOf(url, posting, signal).catch((error: unknown) => ({
    status: null,
    error: reasonOf(error as NodeJS.ErrnoException),
  }))
  return {url, ...outcome, duration_ms: Math.round(performance.now() - start)}
}

async function answerOf(
  url: string,
  {headers, body}: Posting,
  signal: AbortSignal | undefined,
): Promise<Pick<Forwarding, 'status' | 'error'>> {
  const {request} = url.startsWith('https:') ? await import('node:https') : await import('node:http')
  const patience = AbortSignal.timeout(patienceMs)
  return new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      // Each in a connection of its own: none is kept that the program has closed meanwhile.
      agent: false,
      headers: {...headers, 'content-length': String(Buffer.byteLength(body))},
      signal: signal === undefined ? patience : AbortSignal.any([signal, patience]),
    } as const
    const sent = request(url, options, (reply) => {
      const status = reply.statusCode ?? 0
      reply.on('error', reject)
      reply.on('end', () => resolve({status, error: status < 300 ? null : `it answered ${status}`}))
      reply.resume()
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection broke off',
  ABORT_ERR: 'no answer came in time',
}

function reasonOf({code, message}: NodeJS.ErrnoException): string {
  return reasons[code ?? ''] ?? (message === '' ? String(code) : message)
}
