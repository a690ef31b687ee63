import {describe, expect, test} from 'vitest'
import {seededAccess, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, type Reply, serve, signedIn, signIn} from './support.ts'

const collection = '/shorturl/shorturls'
const target = 'https://sunrise.example/may?offer=1'
const me = seededAccess.userUuid

interface ShortUrl {
  short_code: string
  short_url_link: string
}

const codes = (reply: Reply) => (reply.json() as {items: ShortUrl[]}).items.map(({short_code}) => short_code)

async function administrator() {
  const sandbox = freshSandbox(10)
  sandbox.clock.stop()
  const send = await signedIn(sandbox)
  const create = async (fields: object = {}) => send(`POST ${collection}`, {url: target, ...fields})
  const app = await sandbox.app()
  const follow = async (code: string, query = '') => {
    const {statusCode, headers} = await app.inject({method: 'GET', url: `/shorturl/${code}${query}`})
    return headers.location ?? statusCode
  }
  return {sandbox, send, create, follow}
}

test('a short URL is made, listed and deleted', async () => {
  const {send, create, follow} = await administrator()
  const made = await create({max_view_count: 3})
  const {short_code, ...rest} = made.json() as ShortUrl
  expect(made.status).toBe(200)
  expect(short_code).toMatch(/^[\w-]{7}$/)
  const link = `http://localhost:80/shorturl/${short_code}`
  expect(rest).toEqual({short_url_link: link, url: target, max_view_count: 3, user_uuid: me})
  const listed = await send(`GET ${collection}?user_uuid=${me}&short_code=${short_code}`)
  expect(listed.json()).toEqual({
    items: [made.json()],
    metadata: {total: 1, offset: 0, count: 1, limit: 10},
  })
  expect(codes(await send(`GET ${collection}?user_uuid=${me}`))).toEqual(['parking', 'forms', short_code])
  const gone = await send(`DELETE ${collection}/${short_code}`, undefined, {user_uuid: me})
  expect(gone).toMatchObject({status: 204, text: ''})
  expect((await send(`DELETE ${collection}/${short_code}`, undefined, {user_uuid: me})).status).toBe(404)
  expect(await follow(short_code)).toBe(404)
})

test('what the request says is in the reply', async () => {
  const {create} = await administrator()
  const fields = {
    ...{account_uuid: seededAccess.accountUuid, user_uuid: seededReader.userUuid, analyze_content: true},
    ...{expires_after: 60, max_view_count: 1, mode: 'Proxy', save_content: false, save_preview: false},
    ...{secure_pin: '4711', secure_view: 'None', short_code: 'may', short_domain: 'go.example', thumbnail: true},
  }
  expect((await create(fields)).json()).toMatchObject({url: target, ...fields})
})

test.each([
  [{url: undefined}, 'url is required'],
  [{url: 'ftp://sunrise.example'}, 'url must be a web address that begins with https:// or http://'],
  [{short_code: 'a b'}, 'short_code must have 1 to 64 letters, digits, - and _'],
  [{max_view_count: 0}, `max_view_count must be a whole number from 1 to ${Number.MAX_SAFE_INTEGER}`],
  [{thumbnail: 'yes'}, 'thumbnail must be true or false'],
])('%j is refused', async (fields, problem) => {
  const {create} = await administrator()
  const reply = await create(fields)
  expect([reply.status, problemsOf(reply)]).toEqual([400, [problem]])
})

test('a code is there once, and short URLs are for users and accounts that the caller sees', async () => {
  const {create} = await administrator()
  expect((await create({short_code: 'parking'})).status).toBe(409)
  expect((await create({user_uuid: seededNeighbour.userUuid})).status).toBe(404)
  expect((await create({account_uuid: seededNeighbour.accountUuid})).status).toBe(404)
})

test('filters may come after a second question mark, as known clients write them', async () => {
  const {send} = await administrator()
  expect(codes(await send(`GET ${collection}?user_uuid=${me}?offset=1&limit=5`))).toEqual(['forms'])
  expect(codes(await send(`GET ${collection}?user_uuid=${me}?short_code=parking&limit=5`))).toEqual(['parking'])
  expect(codes(await send(`GET ${collection}?user_uuid=${seededReader.userUuid}`))).toEqual([])
  expect((await send(`GET ${collection}?user_uuid=${seededNeighbour.userUuid}`)).status).toBe(404)
})

test('only the user whose it is can have it deleted', async () => {
  const {sandbox, send} = await administrator()
  const path = `DELETE ${collection}/parking`
  expect((await send(path, undefined, {user_uuid: seededReader.userUuid})).status).toBe(404)
  const neighbour = await signedIn(sandbox, seededNeighbour)
  expect((await neighbour(path)).status).toBe(404)
  expect((await send(path)).status).toBe(204)
})

describe('the link', () => {
  test('leads on, over HTTP, without signing in', async () => {
    const sandbox = freshSandbox(10)
    const host = await serve(sandbox)
    const {access_token: token} = await signIn(sandbox)
    const reply = await fetch(`${host}${collection}`, {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
      body: JSON.stringify({url: target}),
    })
    const {short_url_link: link} = (await reply.json()) as ShortUrl
    const {status, headers} = await fetch(link, {redirect: 'manual'})
    expect([status, headers.get('location')]).toEqual([302, target])
  })

  test('leads on until it has been viewed as often as it may be', async () => {
    const {create, follow} = await administrator()
    await create({short_code: 'twice', max_view_count: 2})
    expect([await follow('twice'), await follow('twice'), await follow('twice')]).toEqual([target, target, 410])
  })

  test('leads on until it expires', async () => {
    const {sandbox, create, follow} = await administrator()
    await create({short_code: 'brief', expires_after: 60})
    sandbox.clock.advance(59_999)
    expect(await follow('brief')).toBe(target)
    sandbox.clock.advance(1)
    expect(await follow('brief')).toBe(410)
  })

  test('with a pin leads on with that pin only, and a wrong one is no view', async () => {
    const {create, follow} = await administrator()
    await create({short_code: 'secret', secure_pin: '4711', max_view_count: 1})
    expect([await follow('secret'), await follow('secret', '?pin=1')]).toEqual([403, 403])
    expect(await follow('secret', '?pin=4711')).toBe(target)
  })
})
