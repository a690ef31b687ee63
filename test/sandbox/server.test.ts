import {type FastifyInstance} from 'fastify'
import {describe, expect, onTestFinished, test} from 'vitest'
import {boolean, integer, listOf, object, oneOf, readBody, required, string, uuid} from '../../src/sandbox/fields.ts'
import {filtersOf, listArray, listCollection} from '../../src/sandbox/lists.ts'
import {accounts} from '../../src/sandbox/records.ts'
import {buildServer} from '../../src/sandbox/server.ts'
import {accountUuid, seededAccess, seededMaster, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, serve, signedIn, signIn} from './support.ts'

/** A sandbox whose application has more routes, as an area would add them. */
async function withRoutes(register: (app: FastifyInstance) => void, user = seededAccess) {
  const sandbox = freshSandbox(10)
  const app = await buildServer(sandbox, {more: register})
  onTestFinished(() => app.close())
  const {access_token: token} = await signIn(sandbox, user)
  return async (request: string, body?: unknown) => {
    const [method, url] = request.split(' ') as ['GET', string]
    const reply = await app.inject({
      method,
      url,
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json', host: 'sandbox.test:99'},
      ...(body !== undefined && {payload: typeof body === 'string' ? body : JSON.stringify(body)}),
    })
    return {status: reply.statusCode, headers: reply.headers, text: reply.body, json: () => reply.json<unknown>()}
  }
}

describe('errors', () => {
  test("have the platform's shape and the request's trace", async () => {
    const send = await signedIn(freshSandbox(10))
    const reply = await send('GET /no/such/thing', undefined, {trace: 'trace-1'})
    expect(reply.status).toBe(404)
    expect(reply.headers['content-type']).toMatch(/^application\/json/)
    expect(reply.json()).toEqual({
      code: 404,
      message: 'There is no GET /no/such/thing.',
      trace_id: 'trace-1',
      details: [],
    })
  })

  test('have a trace id of their own when the request has none', async () => {
    const send = await signedIn(freshSandbox(10))
    expect((await send('GET /nothing')).json()).toMatchObject({
      trace_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    })
  })

  test('of the sandbox itself are 500', async () => {
    const send = await withRoutes((app) =>
      app.get('/broken', () => {
        throw new TypeError('a bug')
      }),
    )
    expect(await send('GET /broken').then((reply) => reply.json())).toMatchObject({
      code: 500,
      message: 'The sandbox failed: a bug',
    })
  })
})

describe('bodies', () => {
  const echo = (app: FastifyInstance) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      app.route({method, url: '/echo', handler: (request) => ({got: request.body ?? 'nothing'})})
    }
  }

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s takes JSON, and an empty body as none', async (method) => {
    const send = await withRoutes(echo)
    expect((await send(`${method} /echo`, {a: [1]})).json()).toEqual({got: {a: [1]}})
    expect((await send(`${method} /echo`)).json()).toEqual({got: 'nothing'})
  })

  test('an empty body with Content-Type JSON is none over HTTP, too', async () => {
    const sandbox = freshSandbox(10)
    const base = await serve(sandbox)
    const {access_token: token} = await signIn(sandbox)
    for (const body of ['', undefined]) {
      const reply = await fetch(`${base}/oauth/validate/access`, {
        method: 'POST',
        headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
        ...(body !== undefined && {body}),
      })
      expect(await reply.json()).toMatchObject({message: 'The request needs a body: a JSON object.'})
    }
  })

  test.each([
    ['a bare word', 'hello'],
    ['a JSON string', '"hello"'],
    ['a number', '5'],
    ['half an object', '{"a": 1'],
  ])('%s is refused', async (_what, body) => {
    const send = await withRoutes(echo)
    const reply = await send('POST /echo', body)
    expect([reply.status, reply.json()]).toMatchObject([400, {code: 400, details: []}])
  })

  test('text without the JSON type is refused', async () => {
    const send = await signedIn(freshSandbox(10))
    const reply = await send('POST /oauth/validate/access', '{"a":1}', {'content-type': 'text/plain'})
    expect([reply.status, reply.json()]).toMatchObject([
      400,
      {message: expect.stringContaining('must be JSON') as string},
    ])
  })
})

describe('empty replies', () => {
  test('carry no Content-Type', async () => {
    const send = await withRoutes((app) => {
      app.delete('/thing', (_request, reply) => reply.code(204).send())
      app.post('/thing', (_request, reply) => reply.accepted('/thing'))
    })
    for (const [method, status] of [
      ['DELETE', 204],
      ['POST', 202],
    ] as const) {
      const reply = await send(`${method} /thing`)
      expect([reply.status, reply.headers['content-type'], reply.text]).toEqual([status, undefined, ''])
    }
  })
})

describe('asynchronous replies', () => {
  const routes = (app: FastifyInstance) => {
    app.put('/things/:id', (_request, reply) => reply.accepted('/things/1', {body: {id: 1}}))
    app.delete('/things/:id', (_request, reply) => reply.accepted('/things/1', {outcome: 'gone'}))
    app.post('/things', (_request, reply) => reply.accepted('/things/1', {outcome: 'failure'}))
    app.get('/readable', () => ({id: 2}))
  }

  test.each([
    ['PUT /things/1', 200, 'complete'],
    ['POST /things', 200, 'failure'],
    ['DELETE /things/1', 404, undefined],
  ])('%s: a poll says processing, the next one %s %s', async (request, status, outcome) => {
    const send = await withRoutes(routes)
    const accepted = await send(request)
    expect([accepted.status, accepted.headers['location']]).toEqual([202, 'http://sandbox.test:99/things/1'])
    const polls = [await send('HEAD /things/1'), await send('HEAD /things/1')]
    expect(polls.map((poll) => [poll.status, poll.headers['x-status']])).toEqual([
      [200, 'processing'],
      [status, outcome],
    ])
    expect(polls.map((poll) => poll.headers['content-type'])).toEqual([undefined, undefined])
  })

  test('the location keeps the prefix and the scheme that the client came by', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const client = {name: 'n', description: 'd', app_user: seededAccess.userUuid}
    const reply = await send('POST /some/prefix/oauth/oauth/clients?x=1', client, {
      host: 'api.test',
      'x-forwarded-proto': 'https',
    })
    expect(reply.headers['location']).toMatch(
      /^https:\/\/api\.test\/some\/prefix\/oauth\/oauth\/clients\/[0-9a-f-]{36}$/,
    )
    const path = String(reply.headers['location']).slice('https://api.test'.length)
    expect((await send(`HEAD ${path}`)).headers['x-status']).toBe('processing')
  })

  test('what can be read is complete, what was never there is not found', async () => {
    const send = await withRoutes(routes)
    expect((await send('HEAD /readable')).headers['x-status']).toBe('complete')
    expect((await send('HEAD /things/9')).status).toBe(404)
  })
})

describe('prefixes', () => {
  test.each(['', '/x', '/x/y/v1'])('with %j before them the paths are the same', async (prefix) => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    expect((await send(`GET ${prefix}/identity/users/me?a=/oauth/b`)).json()).toMatchObject({
      user_uuid: seededAccess.userUuid,
    })
    expect((await send(`GET ${prefix}/oauth/oauth/clients?limit=1`)).json()).toMatchObject({metadata: {limit: 1}})
  })

  test('faults go by the path behind the prefix', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    sandbox.faults.set({kind: 'status', status: 500, path: '/identity/*'})
    expect((await send('GET /x/identity/users/me')).status).toBe(500)
  })
})

describe('lists', () => {
  const numbers = Array.from({length: 250}, (_, index) => index)
  const lists = (app: FastifyInstance) => app.get('/list', (request) => listArray(request, numbers))

  test.each([
    ['', 0, 10, 10],
    ['?offset=0&limit=10', 0, 10, 10],
    ['?offset=240&limit=100', 240, 100, 10],
    ['?offset=250&limit=5', 250, 5, 0],
    ['?offset=9999', 9999, 10, 0],
    ['?limit=100', 0, 100, 100],
    ['?limit=101', 0, 100, 100],
    ['?limit=0', 0, 10, 10],
    ['?limit=-5', 0, 10, 10],
    ['?limit=abc&offset=abc', 0, 10, 10],
    ['?offset=-1', 0, 10, 10],
    ['?offset=[object%20Object]&trace=1&parent=2&debug=false', 0, 10, 10],
  ])('%s is the page from %i, limit %i, with %i rows', async (query, offset, limit, count) => {
    const send = await withRoutes(lists)
    expect((await send(`GET /list${query}`)).json()).toEqual({
      items: numbers.slice(offset, offset + count),
      metadata: {total: 250, offset, count, limit},
    })
  })

  test.each([
    ['?type=Location', ['1111', '1112']],
    ['?type=Location&number=1112', ['1112']],
    ['?number=1112,1110', ['1110', '1112']],
    ['?number=1112&number=1110', ['1110', '1112']],
    ['?type=Location&id=1&trace=2', ['1111', '1112']],
    ['?type=location', []],
    ['?name=Sunrise%20Dental', ['1110']],
  ])('%s filters exactly, by known keys', async (query, found) => {
    const sandbox = freshSandbox(10)
    const app = await buildServer(sandbox, {
      more: (server) => {
        server.get('/list', {config: {auth: 'none'}}, (request) => {
          const where = filtersOf(request, ['type', 'number', 'name'])
          return listCollection(request, sandbox.store.collection(accounts), {where})
        })
      },
    })
    onTestFinished(() => app.close())
    const {items, metadata} = (await app.inject(`/list${query}`)).json<{items: {number: string}[]; metadata: object}>()
    expect(items.map((account) => account.number)).toEqual(found)
    expect(metadata).toEqual({total: found.length, offset: 0, count: found.length, limit: 10})
  })
})

describe('fields of bodies', () => {
  const fields = {
    name: required(string({min: 2, max: 5})),
    kind: oneOf(['a', 'b']),
    tns: listOf(string()),
    age: integer({min: 0, max: 9}),
    id: uuid(),
    on: boolean(),
    extra: object(),
  }
  const routes = (app: FastifyInstance) => app.post('/check', (request) => readBody(request, fields))

  test('that are right come as they are, unknown ones not at all', async () => {
    const send = await withRoutes(routes)
    const body = {name: 'abc', kind: 'b', tns: ['x'], age: 9, id: seededAccess.userUuid, on: false, extra: {y: 1}}
    expect((await send('POST /check', {...body, more: 1})).json()).toEqual(body)
    expect((await send('POST /check', {name: 123, kind: null})).json()).toEqual({name: '123'})
  })

  test('that are wrong are all named', async () => {
    const send = await withRoutes(routes)
    const body = {name: '', kind: 'c', tns: ['x', ''], age: 1.5, id: 'x', on: 'yes', extra: []}
    expect((await send('POST /check', body)).json()).toMatchObject({
      code: 400,
      details: [
        {field: 'name', message: 'is required'},
        {field: 'kind', message: 'must be one of a, b'},
        {field: 'tns', message: 'element 1 is required'},
        {field: 'age', message: 'must be a whole number from 0 to 9'},
        {field: 'id', message: 'must be a uuid'},
        {field: 'on', message: 'must be true or false'},
        {field: 'extra', message: 'must be an object'},
      ],
    })
    expect((await send('POST /check', {name: 'abcdef'})).json()).toMatchObject({
      details: [{field: 'name', message: 'must have 2 to 5 characters'}],
    })
    expect((await send('POST /check', [])).status).toBe(400)
  })
})

describe('callers', () => {
  const routes = (app: FastifyInstance) => {
    app.get('/accounts/:uuid', (request) => request.caller.mustSee((request.params as {uuid: string}).uuid))
    app.get('/users/:uuid', (request) => request.caller.mustSeeUser((request.params as {uuid: string}).uuid))
    app.get('/visible', (request) => request.caller.visibleAccounts())
    app.post('/sms/change', () => ({}))
    app.post('/sms/look', {config: {permission: false}}, () => ({}))
  }

  test('see their own account and those below it; the rest does not exist', async () => {
    const send = await withRoutes(routes)
    const status = async (name: string) => (await send(`GET /accounts/${accountUuid(name)}`)).status
    expect(await status('Sunrise Dental')).toBe(200)
    expect(await status('Sunrise Dental Venice')).toBe(200)
    for (const name of ['Bayfront Realty', 'Suncoast Voice', 'No Such Account']) expect(await status(name)).toBe(404)
    expect((await send(`GET /users/${seededReader.userUuid}`)).status).toBe(200)
    expect((await send(`GET /users/${seededMaster.userUuid}`)).status).toBe(404)
    expect((await send('GET /visible')).json()).toHaveLength(3)
  })

  test('at the top of the tree see everything', async () => {
    const send = await withRoutes(routes, {...seededAccess, ...seededMaster})
    expect((await send('GET /visible')).json()).toHaveLength(8)
    expect((await send(`GET /accounts/${accountUuid('Harbor Logistics')}`)).status).toBe(200)
  })

  test('who may only read are refused changes, with the name of the permission', async () => {
    const send = await withRoutes(routes, {...seededAccess, ...seededReader})
    expect((await send(`GET /accounts/${seededReader.accountUuid}`)).status).toBe(200)
    expect((await send('POST /sms/change', {})).json()).toMatchObject({
      code: 403,
      message: 'The permission sms.create is missing.',
    })
    expect((await send('POST /sms/look', {})).status).toBe(200)
  })
})
