import {Buffer} from 'node:buffer'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {setImmediate} from 'node:timers/promises'
import fastify, {type FastifyInstance} from 'fastify'
import {type Dispatcher, fetch, FormData, request} from 'undici'
import {describe, expect, onTestFinished, test} from 'vitest'
import {Client, type ClientOptions, type SendOptions} from '../../src/lib/client/client.ts'
import {type Clock} from '../../src/lib/client/clock.ts'
import {type WireRequest} from '../../src/lib/client/wire.ts'
import {type CliError} from '../../src/lib/errors.ts'
import {passwordGrant} from '../../src/lib/profile/grants.ts'
import {InProcessDispatcher} from '../../src/sandbox/dispatcher.ts'
import {openEmbedded} from '../../src/sandbox/embedded.ts'
import {type FaultRule} from '../../src/sandbox/faults.ts'
import {openSandbox, type Sandbox} from '../../src/sandbox/sandbox.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {temporaryFolder} from './support.ts'

const host = 'http://sandbox.localhost'

/** Real time, without the waiting between attempts. */
const hurried: Clock = {now: () => Date.now(), delay: async () => undefined, random: () => 0}

/** The user's embedded sandbox, a client that signs in to it by itself, and a second hand on the same file. */
async function embedded(options: Partial<ClientOptions> = {}) {
  const sandboxDatabase = join(temporaryFolder(), 'data', 'sandbox.db')
  openSandbox({file: sandboxDatabase, numbers: 50}).store.close()
  const {dispatcher, access, close} = await openEmbedded({sandboxDatabase})
  const sandbox = openSandbox({file: sandboxDatabase})
  onTestFinished(async () => {
    await sandbox.close()
    await close()
  })
  let token: Promise<string> | undefined
  const login = async () => {
    const grant = {...access, deviceId: 'test'}
    return (await passwordGrant((...form) => client.requestToken(...form), grant)).access_token
  }
  const client: Client = new Client({
    hosts: {api: host, auth: host},
    apiVersion: 'v1',
    version: '0.0.0',
    credentials: {
      accessToken: () => (token ??= login()),
      renew: () => (token = login()),
      basicToken: async () => access.basicToken,
    },
    clock: hurried,
    dispatcher,
    ...options,
  })
  return {client, dispatcher, sandbox, close}
}

const whoami: WireRequest = {method: 'GET', host: 'api', path: '/identity/users/me', auth: 'bearer', idempotent: true}

async function failure(promise: Promise<unknown>): Promise<CliError> {
  return promise.then(
    () => {
      throw new Error('It did not fail.')
    },
    (error: unknown) => error as CliError,
  )
}

describe('the embedded sandbox', () => {
  test('lets its first user in and answers lists', async () => {
    const {client} = await embedded()
    expect((await client.send(whoami)).body).toMatchObject({user_uuid: seededAccess.userUuid})
    const {status, headers, body} = await client.send({...whoami, path: '/oauth/scopes', query: [['limit', '2']]})
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    expect(body).toMatchObject({items: [{name: 'default'}, {}], metadata: {total: 4, offset: 0, count: 2, limit: 2}})
  })

  test('keeps its state in the file, for the next process and others', async () => {
    const {client, sandbox} = await embedded()
    await client.send(whoami)
    sandbox.reset()
    expect(await failure(client.send({...whoami, path: '/no/such/thing'}))).toMatchObject({status: 404})
    expect((await client.send(whoami)).status).toBe(200)
  })

  test('answers errors as the platform does', async () => {
    const {client} = await embedded()
    const error = await failure(client.send({...whoami, path: '/accounts/nothing'}))
    expect(error).toMatchObject({status: 404, traceId: client.traceId})
  })

  test('answers 30 requests at once, and one after the other has ended', async () => {
    const {client} = await embedded()
    const replies = await Promise.all(Array.from({length: 30}, () => client.send(whoami)))
    expect(replies.map((reply) => reply.status)).toEqual(Array<number>(30).fill(200))
    expect((await client.send(whoami)).status).toBe(200)
  })

  test('names locations on its host, which can be polled', async () => {
    const {client} = await embedded()
    const body = {name: 'ci', description: 'CI', app_user: seededAccess.userUuid}
    const create: WireRequest = {
      ...{...whoami, method: 'POST', path: '/oauth/oauth/clients', idempotent: false},
      body: {kind: 'json', value: body},
    }
    const {status, headers} = await client.send(create)
    expect([status, headers['location']]).toEqual([202, expect.stringMatching(`^${host}/oauth/oauth/clients/`)])
    const polls = [
      await client.poll(headers['location'] ?? '', create),
      await client.poll(headers['location'] ?? '', create),
    ]
    expect(polls.map((poll) => [poll.status, poll.headers['x-status'], poll.body])).toEqual([
      [200, 'processing', undefined],
      [200, 'complete', undefined],
    ])
  })

  test('ends while a request is being held up', async () => {
    const {client, sandbox, close} = await embedded()
    await client.send(whoami)
    const {id} = sandbox.faults.set({kind: 'latency', path: '*', latencyMs: 600_000, times: 1})
    const held = failure(client.send({...whoami, method: 'POST', idempotent: false}))
    await until(() => sandbox.faults.list().some((fault) => fault.id === id && fault.struck === 1))
    await close()
    expect(await held).toMatchObject({code: 'ambiguous'})
  })
})

describe('faults reach the client as they do over the network', () => {
  async function struck(rule: Omit<FaultRule, 'path'>, request = whoami, options: SendOptions = {}) {
    const interruption = new AbortController()
    const {client, sandbox} = await embedded({signal: interruption.signal})
    await client.send(whoami)
    sandbox.faults.set({path: whoami.path, ...rule})
    return {reply: client.send(request, options), sandbox, interruption}
  }
  const times = (sandbox: Sandbox) => sandbox.faults.list().map((fault) => fault.struck)

  test.each<[string, Omit<FaultRule, 'path'>]>([
    ['a status', {kind: 'status', status: 503}],
    ['a dropped connection', {kind: 'drop'}],
    ['a dropped reply', {kind: 'drop', after: true}],
    ['a truncated body', {kind: 'truncate'}],
    ['a rate limit', {kind: 'rate-limit', retryAfter: 0}],
    ['latency', {kind: 'latency', latencyMs: 1}],
  ])('%s passes: a read is repeated', async (_what, rule) => {
    const {reply, sandbox} = await struck({...rule, times: 1})
    expect((await reply).body).toMatchObject({user_uuid: seededAccess.userUuid})
    expect(times(sandbox)).toEqual([1])
  })

  test.each<[string, Omit<FaultRule, 'path'>, object]>([
    [
      'a status',
      {kind: 'status', status: 418},
      {status: 418, message: expect.stringContaining('status 418') as string},
    ],
    ['a rate limit', {kind: 'rate-limit', retryAfter: 0}, {status: 429}],
    ['a dropped connection', {kind: 'drop'}, {code: 'network', cause: {cause: {code: 'UND_ERR_SOCKET'}}}],
    ['a truncated body', {kind: 'truncate'}, {status: 200}],
  ])('%s that stays is reported', async (_what, rule, expected) => {
    const {reply} = await struck(rule)
    expect(await failure(reply)).toMatchObject(expected)
  })

  test('a change whose connection drops is not repeated', async () => {
    const {reply, sandbox} = await struck({kind: 'drop'}, {...whoami, method: 'POST', idempotent: false})
    expect(await failure(reply)).toMatchObject({code: 'ambiguous'})
    expect(times(sandbox)).toEqual([1])
  })

  test('latency beyond the time limit is a timeout', async () => {
    const {reply} = await struck({kind: 'latency', latencyMs: 600_000}, whoami, {timeoutMs: 50})
    expect(await failure(reply)).toMatchObject({code: 'timeout'})
  })

  test('an interruption ends the wait', async () => {
    const {reply, sandbox, interruption} = await struck({kind: 'latency', latencyMs: 600_000})
    const failed = failure(reply)
    await until(() => times(sandbox)[0] === 1)
    interruption.abort()
    expect(await failed).toMatchObject({exit: 130})
  })
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setImmediate()
}

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
      ...{hosts: {api: host, auth: host}, apiVersion: 'v1', version: '0', dispatcher},
      credentials: {accessToken: async () => 't', renew: async () => undefined, basicToken: async () => 'b'},
    })
    const fields = [['file', {path, filename: 'note.txt'}]] as const
    const sent = await client.send({...whoami, method: 'POST', path: '/echo', body: {kind: 'multipart', fields}})
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
