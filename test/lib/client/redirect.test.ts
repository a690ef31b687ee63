import {describe, expect, test} from 'vitest'
import {clientOf, failure, get, json, post, serve} from './support.ts'

describe('a redirect', () => {
  test('is followed within the origin, with credentials', async () => {
    const server = await serve((response, {url}) =>
      url === '/things' ? response.writeHead(307, {location: '/moved?x=1'}).end() : json(response, 200, 'here'),
    )
    expect((await clientOf(server.url).send(get)).body).toBe('here')
    expect(server.seen[1]).toMatchObject({
      url: '/moved?x=1',
      headers: {authorization: 'Bearer token-1', 'x-api-version': 'v1'},
    })
  })

  test('to another origin carries no credentials, not even back home', async () => {
    const home = await serve((response, {url}) =>
      url === '/things' ? response.writeHead(302, {location: `${away.url}/there`}).end() : json(response, 200, 'home'),
    )
    const away = await serve((response) => response.writeHead(302, {location: `${home.url}/back`}).end())
    const reply = await clientOf(home.url).send({...get, headers: {Cookie: 'session=1', 'X-Device-Id': 'd'}})
    expect(reply.body).toBe('home')
    expect(home.seen[0]?.headers).toMatchObject({
      cookie: 'session=1',
      'x-device-id': 'd',
      authorization: 'Bearer token-1',
    })
    for (const seen of [away.seen[0], home.seen[1]]) {
      expect(seen?.headers).not.toHaveProperty('authorization')
      expect(seen?.headers).not.toHaveProperty('cookie')
      expect(seen?.headers).not.toHaveProperty('x-device-id')
    }
  })

  test('is followed five times', async () => {
    const server = await serve((response, _, nth) =>
      nth <= 5 ? response.writeHead(301, {location: `/${nth}`}).end() : json(response, 200, nth),
    )
    expect((await clientOf(server.url).send(get)).body).toBe(6)
  })

  test('in a circle is an error', async () => {
    const server = await serve((response) => response.writeHead(301, {location: '/things'}).end())
    expect(await failure(clientOf(server.url).send(get))).toMatchObject({code: 'redirected', exit: 10, status: 301})
    expect(server.seen).toHaveLength(6)
  })

  test.each([301, 302, 303, 307, 308])('of a POST (%i) is an error that says where to', async (status) => {
    const away = await serve((response) => json(response, 200, {}))
    const server = await serve((response) => response.writeHead(status, {location: `${away.url}/x`}).end())
    const error = await failure(clientOf(server.url).send(post))
    expect(error).toMatchObject({code: 'redirected', exit: 10})
    expect(error.message).toContain(`${away.url}/x`)
    expect(server.seen).toHaveLength(1)
    expect(away.seen).toHaveLength(0)
  })

  test('is reported without the secrets in it', async () => {
    const server = await serve((response) => response.writeHead(302, {location: '/x?access_token=hunter2&a=1'}).end())
    const error = await failure(clientOf(server.url).send(post))
    expect(error.message).toContain('/x?access_token=***&a=1')
  })

  test.each(['http://192.0.2.1/x', 'ftp://127.0.0.1/x', 'http://['])('to %s is not followed', async (location) => {
    const server = await serve((response) => response.writeHead(302, {location}).end())
    expect(await failure(clientOf(server.url).send(get))).toMatchObject({code: 'bad-location', exit: 10})
  })
})

describe('plain http', () => {
  test.each([
    'http://api.example.com',
    'http://10.0.0.1:8080/x',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://[::2]',
  ])('to %s is refused before anything is sent', async (host) => {
    const error = await failure(clientOf(host).send(get))
    expect(error).toMatchObject({code: 'insecure-host', exit: 2})
    expect(error.hint).toContain(`https://${new URL(host).host}`)
  })

  test.each(['api.example.com', 'ftp://127.0.0.1', ''])('is not meant by %j', async (host) => {
    expect(await failure(clientOf(host).send(get))).toMatchObject({code: 'bad-host', exit: 2})
  })

  test('is fine on this machine', async () => {
    const server = await serve((response) => json(response, 200, 'here'))
    expect((await clientOf(server.url.replace('127.0.0.1', 'localhost')).send(get)).body).toBe('here')
  })
})
