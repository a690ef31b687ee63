import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http'
import {createServer as createNetServer, type AddressInfo, type Server, type Socket} from 'node:net'
import {onTestFinished} from 'vitest'
import {Client, type ClientOptions} from '../../../src/lib/client/client.ts'
import {type Clock} from '../../../src/lib/client/clock.ts'
import {type Credentials} from '../../../src/lib/client/credentials.ts'
import {type WireRequest} from '../../../src/lib/client/wire.ts'
import {CliError} from '../../../src/lib/errors.ts'

/** What a test server saw of one request. */
export interface Seen {
  method: string
  url: string
  headers: Record<string, string>
  body: string
}

export interface TestServer {
  url: string
  seen: Seen[]
  /** Connections taken so far. */
  connections: number
}

/** A JSON reply. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {'content-type': 'application/json', ...headers}).end(JSON.stringify(body))
}

/** An HTTP server on loopback, closed when the test ends. `answer` gets the number of the request, from 1. */
export async function serve(answer: (response: ServerResponse, seen: Seen, nth: number) => void): Promise<TestServer> {
  const server: TestServer = {url: '', seen: [], connections: 0}
  const listener: RequestListener = (request, response) => {
    void readRequest(request).then((seen) => {
      server.seen.push(seen)
      answer(response, seen, server.seen.length)
    })
  }
  const http = createServer(listener)
  http.on('connection', () => server.connections++)
  server.url = await listen(http)
  onTestFinished(() => closeHttp(http))
  return server
}

/** A server that deals with bare sockets. `handle` gets each connection on which a request has begun, and its number, from 1. */
export async function serveSockets(handle: (socket: Socket, nth: number) => void): Promise<TestServer> {
  const server: TestServer = {url: '', seen: [], connections: 0}
  const sockets = new Set<Socket>()
  const net = createNetServer((socket) => {
    server.connections++
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('data', (data) => {
      const [method = '', url = ''] = data.toString().split(' ')
      server.seen.push({method, url, headers: {}, body: ''})
      handle(socket, server.seen.length)
    })
  })
  server.url = await listen(net)
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    net.close()
  })
  return server
}

/** A port on loopback that nobody listens on. */
export async function deadUrl(): Promise<string> {
  const net = createNetServer()
  const url = await listen(net)
  await new Promise((resolve) => net.close(resolve))
  return url
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function closeHttp(server: HttpServer): void {
  server.close()
  server.closeAllConnections()
}

async function readRequest(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  return {method: request.method ?? '', url: request.url ?? '', headers, body: Buffer.concat(chunks).toString()}
}

/** Time that passes only by waiting, and chance that is always the same. */
export class VirtualClock implements Clock {
  time = Date.parse('2026-01-01T00:00:00Z')
  readonly delays: number[] = []

  now(): number {
    return this.time
  }

  async delay(milliseconds: number): Promise<void> {
    this.delays.push(milliseconds)
    this.time += milliseconds
  }

  random(): number {
    return 0.5
  }
}

/** Credentials that hand out the tokens given, one after another as they are refused. */
export class TokenList implements Credentials {
  readonly refused: string[] = []
  readonly #tokens: string[]

  constructor(...tokens: string[]) {
    this.#tokens = tokens
  }

  async accessToken(): Promise<string> {
    return this.#tokens[0] ?? ''
  }

  async renew(refused: string): Promise<string | undefined> {
    this.refused.push(refused)
    this.#tokens.shift()
    return this.#tokens[0]
  }

  async basicToken(): Promise<string> {
    return 'cHVibGljOnNlY3JldA=='
  }

  async muranoToken(): Promise<string> {
    return 'murano-token'
  }
}

/** A client of one server as both hosts, on virtual time, closed when the test ends. */
export function clientOf(url: string, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    hosts: {api: url, auth: url, murano: url},
    apiVersion: 'v1',
    credentials: new TokenList('token-1', 'token-2'),
    version: '1.2.3',
    env: {},
    clock: new VirtualClock(),
    ...options,
  })
  onTestFinished(() => client.close())
  return client
}

export const get: WireRequest = {method: 'GET', host: 'api', path: '/things', auth: 'bearer', idempotent: true}
export const post: WireRequest = {...get, method: 'POST', body: {kind: 'json', value: {name: 'x'}}, idempotent: false}

/** The CliError that a promise is rejected with. */
export async function failure(promise: Promise<unknown>): Promise<CliError> {
  const error: unknown = await promise.then(
    () => new Error('It succeeded.'),
    (reason: unknown) => reason,
  )
  if (error instanceof CliError) return error
  throw error
}
