import {createServer} from 'node:net'
import {describe, expect, onTestFinished, test} from 'vitest'
import {isAmbiguous} from '../../../src/lib/client/ambiguous.ts'
import {type ClientEvent} from '../../../src/lib/client/events.ts'
import {retryAfterMs, retryDelay} from '../../../src/lib/client/retry.ts'
import {clientOf, deadUrl, failure, get, json, post, serve, serveSockets, VirtualClock} from './support.ts'

const lost = {kind: 'transport', sent: true, lasting: false} as const
const unsent = {kind: 'transport', sent: false, lasting: false} as const
const situation = {idempotent: true, attempts: 1, remaining: 60_000, now: 0, random: 0.5}

describe('the policy', () => {
  test('backs off exponentially with full jitter, up to a bound', () => {
    const delays = [1, 2, 3].map((attempts) => retryDelay(lost, {...situation, attempts}))
    expect(delays).toEqual([125, 250, 500])
    expect(retryDelay(lost, {...situation, random: 0})).toBe(0)
    expect(retryDelay(lost, {...situation, random: 0.999})).toBe(249)
  })

  test('gives up after four attempts, and at the deadline', () => {
    expect(retryDelay(lost, {...situation, attempts: 4})).toBeUndefined()
    expect(retryDelay(lost, {...situation, remaining: 125})).toBeUndefined()
    expect(retryDelay(lost, {...situation, remaining: 126})).toBe(125)
  })

  test.each([
    ['a status that passes', {kind: 'status', status: 503, retryAfter: undefined}, true, false],
    ['a status that lasts', {kind: 'status', status: 501, retryAfter: undefined}, false, false],
    ['a refusal', {kind: 'status', status: 409, retryAfter: undefined}, false, false],
    ['a rate limit', {kind: 'status', status: 429, retryAfter: undefined}, true, true],
    ['a lost reply', lost, true, false],
    ['a request that was not sent', unsent, true, true],
    ['a wrong certificate', {kind: 'transport', sent: false, lasting: true}, false, false],
    ['a reply that cannot be read', {kind: 'unreadable'}, true, false],
  ] as const)('after %s', (_, reason, idempotent, otherwise) => {
    expect(retryDelay(reason, situation) !== undefined).toBe(idempotent)
    expect(retryDelay(reason, {...situation, idempotent: false}) !== undefined).toBe(otherwise)
  })

  test.each([
    ['7', 7000],
    [' 0 ', 0],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 23:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    [undefined, undefined],
  ])('understands Retry-After %j', (header, delay) => {
    expect(retryAfterMs(header, Date.parse('2026-01-01T00:00:00Z'))).toBe(delay)
  })
})

describe('a read', () => {
  test.each([500, 502, 503, 504])('is sent again after %i', async (status) => {
    const clock = new VirtualClock()
    const server = await serve((response, _, nth) => json(response, nth < 4 ? status : 200, {nth}))
    expect((await clientOf(server.url, {clock}).send(get)).body).toEqual({nth: 4})
    expect(clock.delays).toEqual([125, 250, 500])
  })

  test('is sent four times at most', async () => {
    const server = await serve((response) => json(response, 503, {message: 'busy'}))
    expect(await failure(clientOf(server.url).send(get))).toMatchObject({exit: 10, message: 'busy'})
    expect(server.seen).toHaveLength(4)
  })

  test('has a new id each time, and stays in the chain', async () => {
    const server = await serve((response, _, nth) => json(response, nth < 2 ? 503 : 200, {}))
    await clientOf(server.url).send(get)
    const [first, second] = server.seen.map((seen) => seen.headers)
    expect(second?.['parent']).toBe(first?.['id'])
  })

  test.each([
    ['the connection dropped', ''],
    ['half a head', 'HTTP/1.1 200 OK\r\nContent-Le'],
    ['half a body', 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"a":'],
    [
      'half a chunk',
      'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{"a":',
    ],
    ['garbage', 'what is this?\r\n\r\n'],
  ])('is sent again after %s', async (_, bytes) => {
    const whole = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{"a":1}'
    const server = await serveSockets((socket, nth) => void socket.end(nth === 1 ? bytes : whole))
    expect((await clientOf(server.url).send(get)).body).toEqual({a: 1})
    expect(server.seen).toHaveLength(2)
  })

  test('is reported when nobody listens', async () => {
    const [url, clock] = [await deadUrl(), new VirtualClock()]
    const error = await failure(clientOf(url, {clock}).send(get))
    expect(error).toMatchObject({
      code: 'network',
      exit: 10,
      retryable: true,
      hint: `See whether the host answers: curl -sv ${url}/ -o /dev/null`,
    })
    expect(error.message).toBe(`GET /things failed: the connection to ${new URL(url).host} was refused.`)
    expect(clock.delays).toHaveLength(3)
  })

  test('is not sent again after a refusal', async () => {
    const server = await serve((response) => json(response, 409, {}))
    await failure(clientOf(server.url).send(get))
    expect(server.seen).toHaveLength(1)
  })
})

describe('a request that must not be repeated', () => {
  test.each([500, 502, 503, 504])('is not after %i', async (status) => {
    const server = await serve((response) => json(response, status, {}))
    const error = await failure(clientOf(server.url).send(post))
    expect(isAmbiguous(error)).toBe(true)
    expect(server.seen).toHaveLength(1)
  })

  test.each([
    ['the connection dropped', ''],
    ['half a head', 'HTTP/1.1 200 OK\r\nContent-Le'],
    ['half a body', 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"a":'],
    ['garbage', 'what is this?\r\n\r\n'],
  ])('is not after %s: it may have been carried out', async (_, bytes) => {
    const server = await serveSockets((socket) => void socket.end(bytes))
    const error = await failure(clientOf(server.url).send(post))
    expect(isAmbiguous(error)).toBe(true)
    expect(error).toMatchObject({code: 'ambiguous', exit: 10, retryable: false})
    expect(error.message).toMatch(/^POST \/things may have been carried out: /)
    expect(server.seen).toHaveLength(1)
  })

  test('is not on a kept connection that drops', async () => {
    const reply = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}'
    let posts = 0
    const server = await serveSockets((socket) => {
      socket.write(reply)
      socket.on('data', () => {
        posts++
        socket.destroy()
      })
    })
    const client = clientOf(server.url)
    await client.send(get)
    expect(isAmbiguous(await failure(client.send(post)))).toBe(true)
    expect(posts).toBe(1)
  })

  test('is after a rate limit, when the service says so', async () => {
    const clock = new VirtualClock()
    const server = await serve((response, _, nth) =>
      json(response, nth === 1 ? 429 : 200, {}, nth === 1 ? {'retry-after': '17'} : {}),
    )
    await clientOf(server.url, {clock}).send(post)
    expect(clock.delays).toEqual([17_000])
    expect(server.seen.map((seen) => seen.body)).toEqual(['{"name":"x"}', '{"name":"x"}'])
  })

  test('is when nobody could have taken it', async () => {
    const server = await serve((response) => json(response, 200, 'done'))
    const url = await deadUrl()
    const clock = new VirtualClock()
    clock.delay = async () => {
      const late = createServer((socket) => void socket.end('HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n'))
      onTestFinished(() => void late.close())
      await new Promise<void>((resolve) => late.listen(Number(new URL(url).port), '127.0.0.1', resolve))
    }
    expect(await clientOf(url, {clock}).send(post)).toMatchObject({status: 201})
    expect(server.seen).toHaveLength(0)
  })

  test('is reported, and not as open, when the name of its host cannot be resolved', async () => {
    const clock = new VirtualClock()
    const client = clientOf('https://nowhere.invalid', {clock})
    const error = await failure(client.send(post))
    expect(isAmbiguous(error)).toBe(false)
    expect(error).toMatchObject({code: 'network', exit: 10})
    expect(error.message).toContain('the name of nowhere.invalid could not be resolved')
    expect(clock.delays).toHaveLength(3)
  })
})

describe('a rate limit', () => {
  test('is exit 7 at once when waiting would pass the deadline', async () => {
    const clock = new VirtualClock()
    const server = await serve((response) => json(response, 429, {message: 'slow down'}, {'retry-after': '61'}))
    const error = await failure(clientOf(server.url, {clock}).send(get))
    expect(error).toMatchObject({exit: 7, retryable: true, message: 'slow down'})
    expect(error.hint).toContain('61')
    expect(clock.delays).toEqual([])
  })

  test('may be dated', async () => {
    const clock = new VirtualClock()
    const date = new Date(clock.time + 9000).toUTCString()
    const server = await serve((response, _, nth) =>
      json(response, nth === 1 ? 429 : 200, {}, nth === 1 ? {'retry-after': date} : {}),
    )
    await clientOf(server.url, {clock}).send(get)
    expect(clock.delays).toEqual([9000])
  })
})

test('an observer is told of requests, replies and repetitions, and no secrets', async () => {
  const events: ClientEvent[] = []
  const server = await serve((response, _, nth) =>
    json(response, nth === 1 ? 503 : 200, {access_token: 'hidden', ok: true}),
  )
  const client = clientOf(server.url, {observe: (event) => events.push(event)})
  await client.send({
    ...get,
    query: [
      ['token', 'hidden'],
      ['q', '1'],
    ],
    body: {kind: 'json', value: {password: 'hidden', name: 'x'}},
  })
  expect(events.map((event) => event.kind)).toEqual(['request', 'reply', 'body', 'retry', 'request', 'reply', 'body'])
  expect(events[0]).toMatchObject({
    attempt: 1,
    url: `${server.url}/things?token=***&q=1`,
    headers: {authorization: '***'},
    body: {password: '***', name: 'x'},
  })
  expect(events[3]).toMatchObject({attempt: 2, delayMs: 125})
  expect(events[6]).toMatchObject({body: {access_token: '***', ok: true}})
  expect(JSON.stringify(events)).not.toMatch(/hidden|token-1/)
})
