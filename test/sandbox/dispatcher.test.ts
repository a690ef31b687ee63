import {Buffer} from 'node:buffer'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {setImmediate} from 'node:timers/promises'
import fastify, {type FastifyInstance} from 'fastify'
import {type Dispatcher, fetch, FormData, request} from 'undici'
import {describe, expect, onTestFinished, test} from 'vitest'
import {Client} from '../../src/lib/client/client.ts'
import {Connections} from '../../src/lib/client/undici.ts'
import {InProcessDispatcher} from '../../src/sandbox/dispatcher.ts'
import {temporaryFolder} from './support.ts'

const host = 'http://sandbox.localhost'

describe('the dispatcher', () => {
  async function echo(register: (app: FastifyInstance) => void = () => undefined) {
    const app = fastify()
    app.addContentTypeParser('*', {parseAs: 'buffer'}, (_request, body, done) => done(null, body.toString()))
    app.all('/echo', ({method, url, headers, body}) => ({method, url, headers, body}))
    register(app)
    onTestFinished(() => app.close())
    return new InProcessDispatcher(async () => app)
  }
  const post = {method: 'POST', headers: {'content-type': 'text/x'}} as const

  test.each<[string, () => string | Buffer | Uint8Array | Readable | null]>([
    ['text', () => 'ab\u00fc'],
    ['a buffer', () => Buffer.from('ab\u00fc')],
    ['bytes', () => new TextEncoder().encode('-ab\u00fc').subarray(1)],
    ['a stream', () => Readable.from([Buffer.from('a'), Buffer.from('b\u00fc')])],
  ])('carries a body that is %s', async (_what, body) => {
    const reply = await request(`${host}/echo`, {...post, body: body(), dispatcher: await echo()})
    expect(await reply.body.json()).toMatchObject({method: 'POST', body: 'ab\u00fc'})
  })

  test('carries a body of chunks, a form, and a file from disk', async () => {
    const dispatcher = await echo((app) => void app)
    const chunks = (async function* () {
      yield Buffer.from('a')
      yield Buffer.from('b')
    })()
    const streamed = await request(`${host}/echo`, {...post, body: chunks as unknown as Readable, dispatcher})
    expect(await streamed.body.json()).toMatchObject({body: 'ab', headers: {'transfer-encoding': 'chunked'}})

    const form = new FormData()
    form.append('name', 'value')
    const formed = await fetch(`${host}/echo`, {method: 'POST', body: form, dispatcher})
    expect(await formed.json()).toMatchObject({body: expect.stringContaining('name="name"\r\n\r\nvalue') as string})

    const path = join(temporaryFolder(), 'note.txt')
    writeFileSync(path, 'content of the file')
    const client = new Client({
      ...{hosts: {api: host, auth: host, murano: host}, apiVersion: 'v1', version: '0'},
      connections: new Connections({}, dispatcher),
      credentials: {
        accessToken: async () => 't',
        renew: async () => undefined,
        basicToken: async () => 'b',
        muranoToken: async () => 'm',
      },
    })
    const fields = [['file', {path, filename: 'note.txt'}]] as const
    const sent = await client.send({
      ...{method: 'POST', host: 'api', path: '/echo', auth: 'bearer', idempotent: false},
      body: {kind: 'multipart', fields},
    })
    expect(sent.body).toMatchObject({body: expect.stringContaining('content of the file') as string})
  })

  test('carries path, query and headers, host and scheme among them', async () => {
    const dispatcher = await echo()
    const headers = ['X-One', '1', 'x-two', '2']
    const reply = await request('https://api.example.com/echo?a=1&a=%20%2B', {headers, dispatcher})
    expect(await reply.body.json()).toMatchObject({
      method: 'GET',
      url: '/echo?a=1&a=%20%2B',
      headers: {'x-one': '1', 'x-two': '2', host: 'api.example.com', 'x-forwarded-proto': 'https'},
    })
  })

  test('hands over bytes as they are, and headers that repeat', async () => {
    const bytes = Buffer.from([0, 255, 128, 10])
    const dispatcher = await echo((app) =>
      app.get('/bytes', (_request, reply) => reply.header('set-cookie', ['a=1', 'b=2']).send(bytes)),
    )
    const reply = await request(`${host}/bytes`, {dispatcher})
    expect(Buffer.from(await reply.body.arrayBuffer())).toEqual(bytes)
    expect(reply.headers).toMatchObject({'set-cookie': ['a=1', 'b=2'], 'content-length': '4'})
  })

  test('hands over a reply while it is being made, and takes a body in the same way', async () => {
    let [goOn, seen] = [() => {}, () => {}]
    const isRead = new Promise<void>((resolve) => (goOn = resolve))
    const isTaken = new Promise<void>((resolve) => (seen = resolve))
    const dispatcher = await echo((app) => {
      app.addContentTypeParser('text/stream', (_request, body, done) => done(null, body))
      app.post('/stream', async ({body}, reply) => {
        const pieces = (body as Readable)[Symbol.asyncIterator]() as AsyncIterator<Buffer>
        const first = String((await pieces.next()).value)
        seen()
        const second = String((await pieces.next()).value)
        return reply.send(
          Readable.from(
            (async function* () {
              yield first
              await isRead
              yield second
            })(),
          ),
        )
      })
    })
    const body = (async function* () {
      yield Buffer.from('a')
      await isTaken
      yield Buffer.from('b')
    })() as unknown as Readable
    const reply = await request(`${host}/stream`, {...post, headers: {'content-type': 'text/stream'}, body, dispatcher})
    const read: string[] = []
    for await (const chunk of reply.body) {
      read.push(String(chunk))
      goOn()
    }
    expect(read).toEqual(['a', 'b'])
  })

  test('lets the application see that a request is given up', async () => {
    let tell: (error: unknown) => void = () => {}
    const told = new Promise((resolve) => (tell = resolve))
    const interruption = new AbortController()
    const dispatcher = await echo((app) => {
      app.addContentTypeParser('text/stream', (_request, body, done) => done(null, body))
      app.post('/stream', async ({body}) => {
        const pieces = (body as Readable)[Symbol.asyncIterator]()
        await pieces.next()
        interruption.abort()
        await pieces.next().catch(tell)
      })
    })
    const body = (async function* () {
      yield Buffer.from('a')
      await told
    })() as unknown as Readable
    const sent = request(`${host}/stream`, {
      ...{...post, headers: {'content-type': 'text/stream'}, body, dispatcher},
      signal: interruption.signal,
    })
    await expect(sent).rejects.toMatchObject({name: 'AbortError'})
    expect(await told).toBeInstanceOf(Error)
  })

  test('waits for a reader who is slow', async () => {
    const large = 'x'.repeat(300_000)
    const dispatcher = await echo((app) => app.get('/large', () => large))
    const reply = await request(`${host}/large`, {dispatcher, highWaterMark: 1})
    await setImmediate()
    expect(await reply.body.text()).toBe(large)
  })

  test('says that the request was not sent when the application cannot be opened', async () => {
    const dispatcher = new InProcessDispatcher(async () => {
      throw new Error('no such file')
    })
    let begun = false
    const error = await new Promise((resolve) => {
      const handler: Dispatcher.DispatchHandler = {
        onRequestStart: () => (begun = true),
        onResponseError: (_controller, reason) => resolve(reason),
      }
      dispatcher.dispatch({origin: host, path: '/', method: 'GET'}, handler)
    })
    expect([error, begun]).toEqual([new Error('no such file'), false])
  })
})
