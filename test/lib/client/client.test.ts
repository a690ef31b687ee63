import {Agent} from 'undici'
import {describe, expect, onTestFinished, test} from 'vitest'
import {Connections} from '../../../src/lib/client/undici.ts'
import {clientOf, failure, get, json, post, serve, TokenList} from './support.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('a request', () => {
  test('carries credentials, version and who sends it', async () => {
    const server = await serve((response) => json(response, 200, {}))
    await clientOf(server.url, {apiVersion: 'v7'}).send(get)
    expect(server.seen[0]?.headers).toMatchObject({
      authorization: 'Bearer token-1',
      'x-api-version': 'v7',
      'user-agent': 'commsctl/1.2.3',
      accept: 'application/json',
      debug: 'false',
    })
    expect(server.seen[0]?.headers).not.toHaveProperty('content-type')
  })

  test('goes below the path of the host, with its query encoded', async () => {
    const server = await serve((response) => json(response, 200, {}))
    await clientOf(`${server.url}/x/`).send({
      ...get,
      path: '/a/%2e%2e/b',
      query: [
        ['rows.offset', '0'],
        ['q', 'ä&=+,'],
      ],
    })
    expect(server.seen[0]?.url).toBe('/x/a/%2e%2e/b?rows.offset=0&q=%C3%A4%26%3D%2B%2C')
  })

  test('sends a JSON body with its type', async () => {
    const server = await serve((response) => json(response, 200, {}))
    await clientOf(server.url).send(post)
    expect(server.seen[0]).toMatchObject({method: 'POST', body: '{"name":"x"}'})
    expect(server.seen[0]?.headers['content-type']).toBe('application/json')
  })

  test('uses basic or no credentials where the call says so', async () => {
    const server = await serve((response) => json(response, 200, {}))
    const client = clientOf(server.url)
    await client.send({...get, auth: 'basic'})
    await client.send({...get, auth: 'none'})
    expect(server.seen[0]?.headers['authorization']).toBe('Basic cHVibGljOnNlY3JldA==')
    expect(server.seen[1]?.headers).not.toHaveProperty('authorization')
  })

  test('goes to the host that it names', async () => {
    const [api, auth] = [
      await serve((response) => json(response, 200, 'api')),
      await serve((response) => json(response, 200, 'auth')),
    ]
    const client = clientOf('', {hosts: {api: api.url, auth: auth.url, murano: api.url}})
    expect((await client.send(get)).body).toBe('api')
    expect((await client.send({...get, host: 'auth'})).body).toBe('auth')
  })

  test('is part of a chain: one trace, each parent the id before', async () => {
    const server = await serve((response) => json(response, 200, {}))
    const client = clientOf(server.url, {debug: true, traceId: '11111111-2222-4333-8444-555555555555'})
    for (let nth = 0; nth < 3; nth++) await client.send(get)
    const [first, second, third] = server.seen.map((seen) => seen.headers)
    expect([first, second, third].map((headers) => headers?.['trace'])).toEqual(Array(3).fill(client.traceId))
    expect(client.traceId).toBe('11111111-2222-4333-8444-555555555555')
    expect(first?.['parent']).toMatch(uuid)
    expect(first?.['id']).toMatch(uuid)
    expect(first?.['parent']).not.toBe(first?.['id'])
    expect(second?.['parent']).toBe(first?.['id'])
    expect(third?.['parent']).toBe(second?.['id'])
    expect(first?.['debug']).toBe('true')
  })

  test('uses the connection of the one before', async () => {
    const server = await serve((response) => json(response, 200, {}))
    const client = clientOf(server.url)
    for (let nth = 0; nth < 5; nth++) await client.send(nth % 2 === 0 ? get : post)
    expect(server.connections).toBe(1)
  })

  test('waits for a connection when many are under way', async () => {
    const held: (() => void)[] = []
    let most = 0
    const server = await serve((response) => {
      held.push(() => json(response, 200, {}))
      most = Math.max(most, held.length)
      if (server.seen.length >= 20) for (const release of held.splice(0)) release()
    })
    const client = clientOf(server.url)
    await Promise.all(Array.from({length: 50}, () => client.send(get)))
    expect(server.connections).toBe(20)
    expect(most).toBe(20)
  })
})

describe('a reply', () => {
  test('is parsed, with its headers and the trace', async () => {
    const server = await serve((response) => json(response, 201, {a: [1, null]}, {'X-Thing': 'yes'}))
    const client = clientOf(server.url)
    const reply = await client.send(get)
    expect(reply).toMatchObject({status: 201, body: {a: [1, null]}, traceId: client.traceId})
    expect(reply.headers['x-thing']).toBe('yes')
  })

  test('of a HEAD request has no body', async () => {
    const server = await serve((response) =>
      response.writeHead(200, {'content-type': 'application/json', 'content-length': 9}).end(),
    )
    expect((await clientOf(server.url).send({...get, method: 'HEAD'})).body).toBeUndefined()
  })

  test.each([202, 204, 200])('with an empty body and status %i has none', async (status) => {
    const server = await serve((response) => response.writeHead(status).end())
    expect(await clientOf(server.url).send(post)).toMatchObject({status, body: undefined})
  })

  test('that is text stays text', async () => {
    const server = await serve((response) =>
      response.writeHead(200, {'content-type': 'text/plain; charset=utf-8'}).end('123'),
    )
    expect((await clientOf(server.url).send(get)).body).toBe('123')
  })
})

describe('a token that is refused', () => {
  test('is renewed once, and any call repeated with the new one', async () => {
    const server = await serve((response, seen) =>
      seen.headers['authorization'] === 'Bearer token-2'
        ? json(response, 200, 'done')
        : json(response, 401, {code: '401', message: 'expired'}),
    )
    const credentials = new TokenList('token-1', 'token-2')
    expect((await clientOf(server.url, {credentials}).send(post)).body).toBe('done')
    expect(credentials.refused).toEqual(['token-1'])
    expect(server.seen.map((seen) => seen.body)).toEqual(['{"name":"x"}', '{"name":"x"}'])
  })

  test('twice is exit 3', async () => {
    const server = await serve((response) => json(response, 401, {code: '401', message: 'No.'}))
    const error = await failure(clientOf(server.url, {credentials: new TokenList('a', 'b', 'c')}).send(get))
    expect(error).toMatchObject({exit: 3, message: 'No.', status: 401})
    expect(server.seen).toHaveLength(2)
  })

  test('is reported when there is no other', async () => {
    const server = await serve((response) => json(response, 401, {message: 'No.'}))
    expect(await failure(clientOf(server.url, {credentials: new TokenList('a')}).send(get))).toMatchObject({exit: 3})
    expect(server.seen).toHaveLength(1)
  })

  test('is not renewed where it was not the token of the user', async () => {
    const server = await serve((response) => json(response, 401, {message: 'No.'}))
    const credentials = new TokenList('a', 'b')
    expect(await failure(clientOf(server.url, {credentials}).send({...get, auth: 'basic'}))).toMatchObject({exit: 3})
    expect(credentials.refused).toEqual([])
  })
})

describe('connections that are handed in', () => {
  test('have what answers in place of the network, and stay open for their owner', async () => {
    const server = await serve((response) => json(response, 200, 'embedded'))
    const agent = new Agent()
    onTestFinished(() => agent.close())
    const origin = server.url
    const dispatcher = agent.compose((dispatch) => (options, handler) => dispatch({...options, origin}, handler))
    const client = clientOf('https://sandbox.invalid', {
      connections: new Connections({HTTPS_PROXY: 'http://127.0.0.1:1'}, dispatcher),
    })
    expect((await client.send(post)).body).toBe('embedded')
    await client.close()
    expect(agent.closed || agent.destroyed).toBe(false)
  })
})
