import {type IncomingMessage, type ServerResponse} from 'node:http'
import {CliError, usageError} from '../lib/errors.ts'
import {ExitCode} from '../lib/exit-code.ts'
import {isLoopback} from '../lib/profile/host.ts'
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
  if (!isLoopback(host.includes(':') ? `[${host}]` : host)) {
    throw usageError(`--host: “${host}” is not an address of this machine alone.`, {
      hint: 'The sandbox’s users and passwords are known to all: use 127.0.0.1, ::1 or localhost.',
    })
  }
  const app = await sandbox.appWithPage()
  if (onRequest) observe(app.server, onRequest)
  try {
    return await app.listen({host, port})
  } catch (error) {
    throw listenError(error as NodeJS.ErrnoException, host, port)
  }
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

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'that needs rights that you do not have',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'this machine has no such address',
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): CliError {
  const reason = reasons[error.code ?? ''] ?? error.message
  return new CliError(`The sandbox cannot listen on port ${port} of ${host}: ${reason}.`, {
    code: 'cannot-listen',
    exit: ExitCode.Usage,
    hint: 'Any free port will do? Run: commsctl sandbox serve --port 0',
    cause: error,
  })
}
