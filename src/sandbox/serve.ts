import {type IncomingMessage, type ServerResponse} from 'node:http'
import {checkLoopback, listenHere} from '../lib/listen-here.ts'
import {type Sandbox} from './sandbox.ts'

export const defaultPort = 4010

export interface ServedRequest {
  method: string
  /** With its query. */
  path: string
  /** Undefined where the connection ended without a reply. */
  status: number | undefined
  milliseconds: number
}

export interface ServeOptions {
  /** A loopback address or localhost. */
  host: string
  /** 0 takes any free one. */
  port: number
  onRequest?: ((request: ServedRequest) => void) | undefined
}

/** Puts the sandbox on a port of this machine and returns its URL. Throws a usage error for any other machine. */
export async function serve(sandbox: Sandbox, {host, port, onRequest}: ServeOptions): Promise<string> {
  checkLoopback(host, 'The sandbox’s users and passwords are known to all')
  const app = await sandbox.appWithPage()
  if (onRequest) observe(app.server, onRequest)
  return listenHere(app, {host, port, who: 'The sandbox', command: 'sandbox serve'})
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void

function observe(
  server: {prependListener(event: 'request', listener: Listener): unknown},
  tell: (request: ServedRequest) => void,
) {
  server.prependListener('request', (request, response) => {
    const start = performance.now()
    const {method = '', url: path = ''} = request
    response.on('close', () => {
      const status = response.writableFinished ? response.statusCode : undefined
      tell({method, path, status, milliseconds: performance.now() - start})
    })
  })
}
