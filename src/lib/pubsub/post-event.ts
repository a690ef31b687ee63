import {socketReason} from '../client/socket-reason.ts'

export interface Posting {
  headers: Readonly<Record<string, string>>
  body: Uint8Array | string
  /** How long the other side may take to answer, in real milliseconds. */
  patienceMs: number
  /** Ends the wait for an answer. */
  signal?: AbortSignal | undefined
}

export interface Answer {
  /** Of the reply; null where there was none. */
  status: number | null
  /** In a few words, where it was not taken. */
  error: string | null
}

/** Posts an event, the body as it is. Never throws: what went wrong is in the outcome. */
export async function postEvent(url: string, posting: Posting): Promise<Answer> {
  try {
    const status = await statusOf(url, posting)
    return {status, error: status >= 200 && status < 300 ? null : `it answered ${status}`}
  } catch (error) {
    return {status: null, error: socketReason(error as NodeJS.ErrnoException)}
  }
}

async function statusOf(url: string, {headers, body, patienceMs, signal}: Posting): Promise<number> {
  const {request} = url.startsWith('https:') ? await import('node:https') : await import('node:http')
  const patience = AbortSignal.timeout(patienceMs)
  const options = {
    method: 'POST',
    // Each in a connection of its own: one that stays open would keep the process, or be closed by the other side meanwhile.
    agent: false,
    headers: {...headers, 'content-length': String(Buffer.byteLength(body))},
    signal: signal === undefined ? patience : AbortSignal.any([signal, patience]),
  } as const
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (reply) => {
      reply.on('error', reject)
      reply.on('end', () => resolve(reply.statusCode ?? 0))
      reply.resume()
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
