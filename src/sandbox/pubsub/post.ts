/** How long a subscriber may take to answer, in real milliseconds. */
const patienceMs = 5000

interface Posting {
  headers: Readonly<Record<string, string>>
  body: string
  /** Ends the wait for an answer. */
  signal: AbortSignal
}

/** Posts JSON and gives back the status of the reply. Throws an error that says in a few words why there was none. */
export async function post(url: string, {headers, body, signal}: Posting): Promise<number> {
  const {request} = url.startsWith('https:') ? await import('node:https') : await import('node:http')
  const length = String(Buffer.byteLength(body))
  const options = {
    method: 'POST',
    // A connection that stays open would keep the process.
    agent: false,
    headers: {...headers, 'content-type': 'application/json', 'content-length': length},
    signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
  } as const
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(new Error(reasonOf(error)))
    const sent = request(url, options, (reply) => {
      reply.on('error', fail)
      reply.on('end', () => resolve(reply.statusCode ?? 0))
      reply.resume()
    })
    sent.on('error', fail)
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
