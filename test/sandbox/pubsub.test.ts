import {describe, expect, test} from 'vitest'
import {namedUuid} from '../../src/sandbox/named-uuid.ts'
import {seededAccess, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, type Reply, signedIn} from './support.ts'

const {accountUuid: account_uuid, userUuid: user_uuid} = seededAccess
const nobody = '00000000-0000-4000-8000-000000000000'
const wanted = {
  ...{user_uuid, account_uuid},
  callback: {url: 'http://127.0.0.1:4020/hooks', headers: [{authorization: 'Bearer key'}], keep_alive: true},
  ...{events: {sms: ['number_released']}, criteria: [{user_uuid}], expiration_date: '2031-01-01T00:00:00Z'},
}

async function administrator() {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const created = async (body: object = wanted) => (await send('POST /pubsub/subscriptions', body)).json() as object
  return {sandbox, send, created}
}

const ids = (reply: Reply, name = 'subscription_uuid') =>
  (reply.json() as {items: Record<string, string>[]}).items.map((item) => item[name])

describe('a subscription', () => {
  test('is made, read, listed, changed and deleted', async () => {
    const {send} = await administrator()
    const reply = await send('POST /pubsub/subscriptions', wanted)
    const made = reply.json() as {subscription_uuid: string}
    expect([reply.status, made]).toEqual([
      201,
      {...wanted, subscription_uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, suspended: 0},
    ])
    const path = `/pubsub/subscriptions/${made.subscription_uuid}`
    expect((await send(`GET ${path}`)).json()).toEqual(made)
    expect(ids(await send('GET /pubsub/subscriptions'))).toContain(made.subscription_uuid)
    const removed = await send(`DELETE ${path}`)
    expect([removed.status, removed.text]).toEqual([204, ''])
    expect((await send(`GET ${path}`)).status).toBe(404)
    expect((await send(`DELETE ${path}`)).status).toBe(404)
  })

  test('needs no more than an account, a user and an address', async () => {
    const {created} = await administrator()
    const made = await created({user_uuid, account_uuid, callback: {url: 'http://localhost:1/'}})
    expect(made).toMatchObject({callback: {headers: [], keep_alive: false}, events: {}, criteria: [], suspended: 0})
    expect(made).not.toHaveProperty('expiration_date')
  })

  test('keeps what a change does not name, also of its callback', async () => {
    const {send, created} = await administrator()
    const made = (await created()) as {subscription_uuid: string}
    const path = `PUT /pubsub/subscriptions/${made.subscription_uuid}`
    const moved = await send(path, {expiration_date: '2032-01-01T00:00:00Z'})
    expect([moved.status, moved.json()]).toEqual([200, {...made, expiration_date: '2032-01-01T00:00:00Z'}])
    const changed = await send(path, {callback: {url: 'http://127.0.0.1:9/'}, suspended: 1})
    expect(changed.json()).toMatchObject({
      callback: {...wanted.callback, url: 'http://127.0.0.1:9/'},
      ...{events: wanted.events, suspended: 1, expiration_date: '2032-01-01T00:00:00Z'},
    })
  })

  test.each([
    ['no user', {user_uuid: undefined}, 'user_uuid is required'],
    ['no address', {callback: {}}, 'callback must have a url'],
    ['an address that is none', {callback: {url: 'hooks'}}, 'callback has a url that is not a web address'],
    ['no header names', {callback: {...wanted.callback, headers: ['x']}}, 'callback has headers that are not a list'],
    ['a broken header', {callback: {...wanted.callback, headers: [{'a b': 'c'}]}}, 'callback has headers that are not'],
    ['two lines in one', {callback: {...wanted.callback, headers: [{a: 'b\r\nc: d'}]}}, 'callback has headers that'],
    ['events without a list', {events: {sms: 'number_released'}}, 'events must have a list of names for sms'],
    ['criteria that are none', {criteria: ['x']}, 'criteria element 0 must be an object'],
    ['an end that is no date', {expiration_date: 'soon'}, 'expiration_date must be a date and time'],
  ])('with %s is refused', async (_what, changes, problem) => {
    const {send} = await administrator()
    const reply = await send('POST /pubsub/subscriptions', {...wanted, ...changes})
    expect(reply.status).toBe(400)
    expect(problemsOf(reply).join()).toContain(problem)
  })

  test.each(['https://example.com/hook', 'http://10.0.0.1/', 'http://127.0.0.1.example.com/', 'http://[::2]/'])(
    'to another machine (%s) is refused, and says why',
    async (url) => {
      const {send, created} = await administrator()
      const refused = await send('POST /pubsub/subscriptions', {...wanted, callback: {url}})
      expect(refused.status).toBe(400)
      expect(problemsOf(refused).join()).toContain('the sandbox delivers to 127.0.0.1, ::1 and localhost only')
      const {subscription_uuid: uuid} = (await created()) as {subscription_uuid: string}
      expect((await send(`PUT /pubsub/subscriptions/${uuid}`, {callback: {url}})).status).toBe(400)
    },
  )

  test('is listed by account and by user, in pages', async () => {
    const {send, created} = await administrator()
    const reader = ((await created({...wanted, user_uuid: seededReader.userUuid})) as {subscription_uuid: string})
      .subscription_uuid
    const list = async (query: string) => send(`GET /pubsub/subscriptions?${query}`)
    expect(ids(await list(`user_uuid=${seededReader.userUuid}`))).toEqual([reader])
    expect(ids(await list(`account_uuid=${account_uuid}`))).toHaveLength(3)
    expect(ids(await list(`account_uuid=${seededNeighbour.accountUuid}`))).toEqual([])
    expect((await list('offset=1&limit=1&suspended=1&trace=x')).json()).toMatchObject({
      items: [{suspended: 1}],
      metadata: {total: 3, offset: 1, count: 1, limit: 1},
    })
  })

  test('of others cannot be seen, and not be made for them', async () => {
    const {sandbox, created} = await administrator()
    const {subscription_uuid: uuid} = (await created()) as {subscription_uuid: string}
    const neighbour = await signedIn(sandbox, seededNeighbour)
    const path = `/pubsub/subscriptions/${uuid}`
    const statuses = await Promise.all(
      [`GET ${path}`, `PUT ${path}`, `DELETE ${path}`].map((line) =>
        neighbour(line, line.startsWith('PUT') ? {} : undefined),
      ),
    )
    expect(statuses.map(({status}) => status)).toEqual([404, 404, 404])
    expect((await neighbour('POST /pubsub/subscriptions', wanted)).status).toBe(404)
    expect(ids(await neighbour('GET /pubsub/subscriptions'))).toEqual([])
    expect((await (await signedIn(sandbox, seededReader))('POST /pubsub/subscriptions', wanted)).status).toBe(403)
  })

  test('goes with its user', async () => {
    const {send} = await administrator()
    const names = {username: 'eve@sunrise.example', first_name: 'Eve', last_name: 'Lund'}
    const eve = (await send(`POST /identity/accounts/${account_uuid}/identities`, names)).json() as {uuid: string}
    await send('POST /pubsub/subscriptions', {...wanted, user_uuid: eve.uuid})
    await send(`DELETE /identity/identities/${eve.uuid}`)
    expect(ids(await send(`GET /pubsub/subscriptions?user_uuid=${eve.uuid}`))).toEqual([])
  })
})

describe('custom applications', () => {
  const app = {
    ...{app_uuid: '6d6a3f0e-35a4-4a8b-9b0a-1f1f6f3f2b11', app_name: 'Recall', description: 'Recalls patients'},
    ...{metadata: {room: 3}, events: ['due', 'booked']},
  }
  const seededApp = namedUuid('custom application front desk')

  test('are made under the uuid that is chosen, once; read, listed and deleted', async () => {
    const {send} = await administrator()
    const made = await send('POST /pubsub/applications', app)
    expect([made.status, made.json()]).toEqual([201, app])
    expect((await send('POST /pubsub/applications', app)).status).toBe(409)
    expect((await send(`GET /pubsub/applications/${app.app_uuid}`)).json()).toEqual(app)
    expect(ids(await send('GET /pubsub/applications'), 'app_uuid')).toEqual([seededApp, app.app_uuid])
    expect((await send(`DELETE /pubsub/applications/${app.app_uuid}`)).status).toBe(204)
    expect((await send(`GET /pubsub/applications/${app.app_uuid}`)).status).toBe(404)
  })

  test('have subscriptions, which are found by application and go with it', async () => {
    const {send} = await administrator()
    await send('POST /pubsub/applications', app)
    const body = {
      ...{app_uuid: app.app_uuid, events: ['due'], criteria: [{ward: 'A'}]},
      callback: {url: 'http://127.0.0.1:9/', headers: [{'x-user-uuid': user_uuid}, {key: 'k'}]},
    }
    const made = await send('POST /pubsub/customevents', body)
    const {uuid} = made.json() as {uuid: string}
    expect([made.status, made.json()]).toEqual([201, {...body, uuid}])
    expect((await send(`GET /pubsub/customevents/${uuid}`)).json()).toEqual({...body, uuid})
    expect(ids(await send(`GET /pubsub/customevents?appUUID=${app.app_uuid}`), 'uuid')).toEqual([uuid])
    expect(ids(await send('GET /pubsub/customevents'), 'uuid')).toHaveLength(2)
    await send(`DELETE /pubsub/applications/${app.app_uuid}`)
    expect((await send(`GET /pubsub/customevents/${uuid}`)).status).toBe(404)
  })

  test('subscriptions of one that there is not, and broadcasts to it, are refused', async () => {
    const {send} = await administrator()
    const callback = {url: 'http://127.0.0.1:9/'}
    expect((await send('POST /pubsub/customevents', {app_uuid: nobody, callback})).status).toBe(404)
    expect((await send('POST /pubsub/broadcasts/applications', {app_uuid: nobody, event: 'due'})).status).toBe(404)
    expect((await send('POST /pubsub/broadcasts/applications', {app_uuid: seededApp})).status).toBe(400)
  })

  test('of others cannot be seen, nor their subscriptions', async () => {
    const {sandbox} = await administrator()
    const neighbour = await signedIn(sandbox, seededNeighbour)
    expect(ids(await neighbour('GET /pubsub/applications'), 'app_uuid')).toEqual([])
    expect(ids(await neighbour('GET /pubsub/customevents'), 'uuid')).toEqual([])
    expect((await neighbour(`GET /pubsub/applications/${seededApp}`)).status).toBe(404)
    const subscription = namedUuid('custom subscription front desk')
    expect((await neighbour(`DELETE /pubsub/customevents/${subscription}`)).status).toBe(404)
    const event = {app_uuid: seededApp, event: 'checked_in'}
    expect((await neighbour('POST /pubsub/broadcasts/applications', event)).status).toBe(404)
  })
})
