import {join} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {describe, expect, onTestFinished, test} from 'vitest'
import {Client, type ClientOptions, type SendOptions} from '../../src/lib/client/client.ts'
import {Connections} from '../../src/lib/client/undici.ts'
import {type Clock} from '../../src/lib/client/clock.ts'
import {type WireRequest} from '../../src/lib/client/wire.ts'
import {type CliError} from '../../src/lib/errors.ts'
import {passwordGrant} from '../../src/lib/profile/grants.ts'
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
    hosts: {api: host, auth: host, murano: host},
    apiVersion: 'v1',
    version: '0.0.0',
    credentials: {
      accessToken: () => (token ??= login()),
      renew: () => (token = login()),
      basicToken: async () => access.basicToken,
      muranoToken: async () => 'm',
    },
    clock: hurried,
    connections: new Connections({}, dispatcher),
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
