import {request} from 'undici'
import {describe, expect, onTestFinished, test} from 'vitest'
import {type FaultRule} from '../../src/sandbox/faults.ts'
import {openSandbox, type Sandbox} from '../../src/sandbox/sandbox.ts'
import {oauthClients} from '../../src/sandbox/records.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, serve, signIn} from './support.ts'

interface Seen {
  status: number
  text: string
  retryAfter?: unknown
}

type Send = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Seen>

/** The two ways to a sandbox: a port, and in process. */
const ways: Record<string, (sandbox: Sandbox, token: string) => Promise<Send>> = {
  'over HTTP': async (sandbox, token) => {
    const base = await serve(sandbox)
    return async (method, path, body) => {
      const reply = await request(base + path, {
        method,
        headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
        body: body ? JSON.stringify(body) : null,
      })
      return {status: reply.statusCode, text: await reply.body.text(), retryAfter: reply.headers['retry-after']}
    }
  },
  'in process': async (sandbox, token) => {
    const app = await sandbox.app()
    return async (method, url, payload) => {
      const reply = await app.inject({
        method,
        url,
        headers: {authorization: `Bearer ${token}`},
        ...(payload && {payload}),
      })
      return {status: reply.statusCode, text: reply.body, retryAfter: reply.headers['retry-after']}
    }
  },
}

const newClient = {name: 'made', description: 'by a test', app_user: seededAccess.userUuid}

describe.each(Object.keys(ways))('faults %s', (way) => {
  async function struck(rule: FaultRule) {
    const sandbox = freshSandbox(10)
    const {access_token: token} = await signIn(sandbox)
    const send = await (ways[way] as (typeof ways)[string])(sandbox, token)
    sandbox.faults.set(rule)
    const made = () => sandbox.store.collection(oauthClients).count({where: {name: 'made'}})
    return {sandbox, send, made, make: () => send('POST', '/oauth/oauth/clients', newClient)}
  }

  test('status: the reply is that error, and nothing is done', async () => {
    const {make, made} = await struck({kind: 'status', status: 503, path: '/oauth/*', times: 1})
    const reply = await make()
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([503, {code: 503, details: []}])
    expect(made()).toBe(0)
    expect((await make()).status).toBe(202)
  })

  test('status after: the deed is done, the reply says otherwise', async () => {
    const {make, made} = await struck({kind: 'status', status: 502, path: '/oauth/*', times: 1, after: true})
    const reply = await make()
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([502, {code: 502}])
    expect(made()).toBe(1)
  })

  test('drop: the connection ends without a reply, and nothing is done', async () => {
    const {make, made} = await struck({kind: 'drop', path: '/oauth/*', times: 1})
    await expect(make()).rejects.toThrow(/other side closed|destroyed before completion/)
    expect(made()).toBe(0)
    expect((await make()).status).toBe(202)
  })

  test('drop after: the connection ends without a reply, and the deed is done', async () => {
    const {make, made} = await struck({kind: 'drop', path: '/oauth/*', times: 1, after: true})
    await expect(make()).rejects.toThrow(/other side closed|destroyed before completion/)
    expect(made()).toBe(1)
  })

  test('truncate: half of the JSON arrives', async () => {
    const {send} = await struck({kind: 'truncate', path: '/oauth/scopes', times: 1})
    const [half, whole] = [await send('GET', '/oauth/scopes'), await send('GET', '/oauth/scopes')]
    expect(half.status).toBe(200)
    expect(() => JSON.parse(half.text) as unknown).toThrow(SyntaxError)
    expect(whole.text.startsWith(half.text)).toBe(true)
    expect(half.text.length).toBe(Math.ceil(whole.text.length / 2))
  })

  test('rate-limit: 429 says when to come back', async () => {
    const {send} = await struck({kind: 'rate-limit', path: '*', retryAfter: 7, times: 1})
    const reply = await send('GET', '/oauth/scopes')
    expect([reply.status, reply.retryAfter, JSON.parse(reply.text)]).toMatchObject([429, '7', {code: 429}])
    expect((await send('GET', '/oauth/scopes')).status).toBe(200)
  })

  test('latency: the reply comes, later', async () => {
    const {send} = await struck({kind: 'latency', path: '/oauth/scopes', latencyMs: 40})
    const began = performance.now()
    expect((await send('GET', '/oauth/scopes')).status).toBe(200)
    expect(performance.now() - began).toBeGreaterThanOrEqual(38)
  })
})

describe('fault rules', () => {
  const strikes = (sandbox: Sandbox, count: number) =>
    Array.from({length: count}, () => sandbox.faults.strike('before', 'GET', '/sms/x').length)

  test.each([
    [{path: '/sms/*'}, 'POST', '/sms/number/available/dids', true],
    [{path: '/sms/*'}, 'POST', '/smsx', false],
    [{path: '/sms/*/assign'}, 'POST', '/sms/a/b/assign', true],
    [{path: '/sms/*/assign'}, 'POST', '/sms/a/b/unassign/x', false],
    [{path: '/sms/provision', method: 'POST'}, 'POST', '/sms/provision', true],
    [{path: '/sms/provision', method: 'POST'}, 'GET', '/sms/provision', false],
    [{path: '/a.b'}, 'GET', '/axb', false],
    [{path: '*'}, 'GET', '/anything', true],
  ] as const)('%j strikes %s %s: %s', (where, method, path, expected) => {
    const {faults} = freshSandbox(10)
    faults.set({kind: 'drop', ...where})
    expect(faults.strike('before', method, path)).toHaveLength(expected ? 1 : 0)
  })

  test('a rate strikes about that share of the requests, and the same ones in each run', () => {
    const [one, other] = [freshSandbox(10), freshSandbox(10)]
    one.faults.set({kind: 'drop', path: '*', rate: 0.3})
    other.faults.set({kind: 'drop', path: '*', rate: 0.3})
    const pattern = strikes(one, 1000)
    expect(strikes(other, 1000)).toEqual(pattern)
    const share = pattern.filter(Boolean).length / 1000
    expect(share).toBeGreaterThan(0.25)
    expect(share).toBeLessThan(0.35)
    one.faults.clear()
    one.faults.set({kind: 'drop', path: '*', rate: 0.3})
    expect(strikes(one, 1000)).toEqual(pattern)
  })

  test('are spent after their times, and count what they saw', () => {
    const sandbox = freshSandbox(10)
    const {id} = sandbox.faults.set({kind: 'drop', path: '*', times: 2})
    expect(strikes(sandbox, 4)).toEqual([1, 1, 0, 0])
    expect(sandbox.faults.list()).toEqual([{id, kind: 'drop', path: '*', times: 2, seen: 4, struck: 2}])
  })

  test('set by one process strike in another, until they are cleared', () => {
    const one = freshSandbox(10)
    const other = openSandbox({file: one.store.file})
    onTestFinished(() => other.close())
    const first = one.faults.set({kind: 'drop', path: '*'})
    one.faults.set({kind: 'status', status: 500, path: '*'})
    expect(strikes(other, 1)).toEqual([2])
    expect([one.faults.clear(first.id), one.faults.clear('77')]).toEqual([1, 0])
    expect(strikes(other, 1)).toEqual([1])
    expect(other.faults.clear()).toBe(1)
    expect(strikes(one, 1)).toEqual([0])
  })

  test.each([
    [{kind: 'status', path: '*'}, 'needs a status'],
    [{kind: 'status', path: '*', status: 200}, 'needs a status'],
    [{kind: 'latency', path: '*'}, 'needs a time'],
    [{kind: 'drop', path: 'sms'}, 'begins with'],
    [{kind: 'drop', path: '*', rate: 0}, 'rate'],
    [{kind: 'drop', path: '*', rate: 1.1}, 'rate'],
    [{kind: 'drop', path: '*', times: 0}, 'at least once'],
    [{kind: 'rate-limit', path: '*', retryAfter: -1}, 'Retry-After'],
  ] as const)('%j makes no sense', (rule, message) => {
    const {faults} = freshSandbox(10)
    expect(() => faults.set(rule)).toThrow(message)
    expect(faults.list()).toEqual([])
  })
})
