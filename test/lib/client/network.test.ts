import {execa} from 'execa'
import {once} from 'node:events'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {createServer as createHttpServer} from 'node:http'
import {createServer as createHttpsServer} from 'node:https'
import {connect, type AddressInfo, type Server, type Socket} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest'
import {makeCertificate} from '../../support/certificate.ts'
import {deadUrl} from './support.ts'

const script = fileURLToPath(new URL('one-request.ts', import.meta.url))
let folder = ''
let certificate = ''
let key = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tls-'))
  ;({certificate, key} = await makeCertificate(folder, {days: 2}))
})

afterAll(() => rm(folder, {recursive: true}))

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

/** An https server with a certificate of its own authority. */
async function secureServer() {
  const seen: string[] = []
  const server = createHttpsServer(
    {cert: await readFile(certificate), key: await readFile(key)},
    (request, response) => {
      seen.push(`${request.method} ${request.headers['authorization']}`)
      response.writeHead(200, {'content-type': 'application/json'}).end('"secure"')
    },
  )
  const failed: unknown[] = []
  server.on('tlsClientError', (error) => failed.push(error))
  return {seen, failed, port: await listen(server)}
}

/** A proxy that tunnels everything to one port of this machine. */
async function proxyTo(port: number) {
  const tunnels: {target: string; authorization: string | undefined}[] = []
  const server = createHttpServer((_, response) => response.writeHead(500).end())
  server.on('connect', (request, socket: Socket) => {
    tunnels.push({target: request.url ?? '', authorization: request.headers['proxy-authorization']})
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    for (const end of [socket, upstream]) end.on('error', () => (socket.destroy(), upstream.destroy()))
  })
  return {tunnels, port: await listen(server)}
}

interface Outcome {
  body?: unknown
  error?: {code: string; message: string; exit: number; hint?: string}
}

async function request(url: string, env: Record<string, string>, method = 'GET'): Promise<Outcome> {
  const {PATH = ''} = process.env
  const {stdout} = await execa('node', ['--import', 'tsx', script, url, method], {
    env: {PATH, ...env},
    extendEnv: false,
  })
  return JSON.parse(stdout) as Outcome
}

describe('https', () => {
  test('with an authority of one’s own is trusted once NODE_EXTRA_CA_CERTS names it', async () => {
    const server = await secureServer()
    const outcome = await request(`https://127.0.0.1:${server.port}`, {NODE_EXTRA_CA_CERTS: certificate})
    expect(outcome).toEqual({body: 'secure'})
    expect(server.seen).toEqual(['GET Bearer token'])
  })

  test.each(['GET', 'POST'])('is not otherwise: a %s sends nothing, and says how to', async (method) => {
    const server = await secureServer()
    const {error} = await request(`https://127.0.0.1:${server.port}`, {}, method)
    expect(error).toMatchObject({code: 'certificate', exit: 10})
    expect(error?.hint).toContain('NODE_EXTRA_CA_CERTS')
    expect(server.seen).toEqual([])
    expect(server.failed).toHaveLength(1)
  })
})

describe('a proxy', () => {
  test.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY'])('is used when %s names it', async (variable) => {
    const server = await secureServer()
    const proxy = await proxyTo(server.port)
    const env = {[variable]: `http://user:pass%40@127.0.0.1:${proxy.port}`, NODE_EXTRA_CA_CERTS: certificate}
    expect(await request('https://api.test', env)).toEqual({body: 'secure'})
    expect(proxy.tunnels).toEqual([
      {target: 'api.test:443', authorization: `Basic ${Buffer.from('user:pass@').toString('base64')}`},
    ])
    expect(server.seen).toEqual(['GET Bearer token'])
  })

  test('is not used for hosts in NO_PROXY', async () => {
    const server = await secureServer()
    const proxy = await proxyTo(server.port)
    const env = {
      HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
      NO_PROXY: 'other.test,.invalid',
      NODE_EXTRA_CA_CERTS: certificate,
    }
    expect((await request('https://api.invalid', env)).error?.message).toContain(
      'the name of api.invalid could not be resolved',
    )
    expect(proxy.tunnels).toEqual([])
  })

  test('is not used on this machine', async () => {
    const server = await secureServer()
    const proxy = await proxyTo(server.port)
    const env = {HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NODE_EXTRA_CA_CERTS: certificate}
    expect(await request(`https://127.0.0.1:${server.port}`, env)).toEqual({body: 'secure'})
    expect(proxy.tunnels).toEqual([])
  })

  test('that is none is named by its variable, and nothing is sent', async () => {
    const {error} = await request('https://api.test', {HTTPS_PROXY: 'proxy.test:3128'})
    expect(error).toMatchObject({code: 'bad-proxy', exit: 2, message: 'HTTPS_PROXY does not name a proxy.'})
  })

  test('that does not answer is named by its variable, and the request was not sent', async () => {
    const {error} = await request('https://api.test', {https_proxy: await deadUrl()}, 'POST')
    expect(error).toMatchObject({code: 'network', exit: 10})
    expect(error?.message).toContain('the connection to api.test (with https_proxy set) was refused')
  })
})
