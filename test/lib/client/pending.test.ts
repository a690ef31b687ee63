import {describe, expect, test} from 'vitest'
import {type Client} from '../../../src/lib/client/client.ts'
import {waitUntilDone, type WaitOptions} from '../../../src/lib/client/pending.ts'
import {clientOf, failure, json, post, serve, VirtualClock, type TestServer} from './support.ts'

/** A service that accepts a request and then goes through states, the last of which stays. */
async function accepting(location: (url: string) => string, ...states: string[]) {
  const server: TestServer = await serve((response, {method}) => {
    if (method === 'POST') return json(response, 202, {uuid: 'u-1'}, {location: location(server.url)})
    const state = states.length > 1 ? states.shift() : states[0]
    response.writeHead(state === '404' ? 404 : 200, state === '404' ? {} : {'x-status': state}).end()
  })
  const clock = new VirtualClock()
  return {server, clock, client: clientOf(server.url, {clock})}
}

async function wait(client: Client, options: Partial<WaitOptions>): Promise<void> {
  await waitUntilDone(client, post, await client.send(post), {timeoutMs: 60_000, ...options})
}

describe('work that the service goes on with', () => {
  test('is asked for with HEAD and the same headers until it is complete', async () => {
    const {client, clock, server} = await accepting(() => '/things/u-1', 'processing', 'processing', 'complete')
    await wait(client, {clock})
    expect(clock.delays).toEqual([250, 500])
    expect(server.seen.map(({method, url}) => `${method} ${url}`)).toEqual([
      'POST /things',
      ...Array<string>(3).fill('HEAD /things/u-1'),
    ])
    expect(server.seen[1]?.headers).toMatchObject({
      authorization: 'Bearer token-1',
      'x-api-version': 'v1',
      parent: server.seen[0]?.headers['id'],
    })
  })

  test('is asked for more and more seldom, up to two seconds', async () => {
    const {client, clock} = await accepting(() => '/x', ...Array<string>(6).fill('processing'), 'complete')
    const polls: number[] = []
    await wait(client, {clock, onPoll: () => polls.push(clock.now())})
    expect(clock.delays).toEqual([250, 500, 1000, 2000, 2000, 2000])
    expect(polls).toHaveLength(6)
  })

  test('that failed is exit 6', async () => {
    const {client, clock} = await accepting(() => '/things/u-1', 'processing', 'failure')
    const error = await failure(wait(client, {clock}))
    expect(error).toMatchObject({code: 'failure', exit: 6, details: ['location: /things/u-1']})
    expect(error.message).toContain('u-1')
  })

  test('that takes too long is exit 8, with the resource', async () => {
    const {client, clock} = await accepting(() => '/things/u-1', 'processing')
    const error = await failure(wait(client, {clock, timeoutMs: 3000}))
    expect(error).toMatchObject({code: 'pending', exit: 8, retryable: false, details: ['location: /things/u-1']})
    expect(error.message).toContain('u-1 after 3 s')
    expect(clock.delays.reduce((sum, delay) => sum + delay)).toBe(3000)
  })

  test('is done when what is being deleted is gone', async () => {
    const {client, clock} = await accepting(() => '/things/u-1', 'processing', '404')
    await wait(client, {clock, deleting: true})
    expect(clock.delays).toEqual([250])
  })

  test('is lost when what is being made is not there', async () => {
    const {client, clock} = await accepting(() => '/things/u-1', '404')
    expect(await failure(wait(client, {clock}))).toMatchObject({exit: 5, status: 404})
  })

  test('says what goes on when the user interrupts', async () => {
    const {client, clock} = await accepting(() => '/things/u-1', 'processing')
    const interrupt = new AbortController()
    clock.delay = async () => {
      interrupt.abort()
      throw interrupt.signal.reason
    }
    const error = await failure(wait(client, {clock, signal: interrupt.signal}))
    expect(error).toMatchObject({exit: 130, hint: 'The service goes on working on u-1.'})
  })
})

describe('a reply', () => {
  test('202 without a location is done', async () => {
    const server = await serve((response) => json(response, 202, {}))
    await wait(clientOf(server.url), {})
    expect(server.seen).toHaveLength(1)
  })

  test('other than 202 is done, wherever it points', async () => {
    const server = await serve((response) => json(response, 201, {}, {location: '/things/u-1'}))
    await wait(clientOf(server.url), {})
    expect(server.seen).toHaveLength(1)
  })

  test('of the poll without x-status is done', async () => {
    const server = await serve((response, {method}) =>
      method === 'POST' ? json(response, 202, {}, {location: '/x'}) : response.writeHead(200).end(),
    )
    await wait(clientOf(server.url), {})
    expect(server.seen).toHaveLength(2)
  })
})

describe('a location', () => {
  test('may be absolute', async () => {
    const {client, server} = await accepting((url) => `${url}/things/u-1?x=1`, 'complete')
    await wait(client, {})
    expect(server.seen[1]).toMatchObject({url: '/things/u-1?x=1', headers: {authorization: 'Bearer token-1'}})
  })

  test.each(['/things/u-1', '/base/things/u-1'])('%s is below the base of the host', async (location) => {
    const {server} = await accepting(() => location, 'complete')
    await wait(clientOf(`${server.url}/base`), {})
    expect(server.seen[1]?.url).toBe('/base/things/u-1')
  })

  test('on another origin gets no credentials', async () => {
    const away = await serve((response) => response.writeHead(200, {'x-status': 'complete'}).end())
    const {client} = await accepting(() => `${away.url}/things/u-1`, 'complete')
    await wait(client, {})
    expect(away.seen).toHaveLength(1)
    expect(away.seen[0]?.headers).not.toHaveProperty('authorization')
  })

  test('must be one that can be asked', async () => {
    const {client} = await accepting(() => 'http://192.0.2.7/x', 'complete')
    expect(await failure(wait(client, {}))).toMatchObject({code: 'bad-location'})
  })
})
