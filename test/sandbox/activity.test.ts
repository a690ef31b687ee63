import {describe, expect, test} from 'vitest'
import {type Activity} from '../../src/lib/activity/activity.ts'
import {accountUuid, seededAccess, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, type Reply, signedIn} from './support.ts'

const {accountUuid: ours, userUuid: admin} = seededAccess

interface Page {
  items: Activity[]
  metadata: {total: number; count: number; offset: number; limit: number}
}

const kinds = (reply: Reply) =>
  (reply.json() as Page).items.map(({activity_type, activity_subtype}) => `${activity_type}.${activity_subtype}`)

async function administrator() {
  const sandbox = freshSandbox()
  return {sandbox, send: await signedIn(sandbox)}
}

describe('activities', () => {
  test('are listed in the order in which they came, a page at a time, without their metadata', async () => {
    const {send} = await administrator()
    const reply = await send('GET /activity/activity?offset=2&limit=2')
    expect(kinds(reply)).toEqual(['user.created', 'message.sent'])
    expect((reply.json() as Page).metadata).toEqual({total: 6, offset: 2, count: 2, limit: 2})
    expect((reply.json() as Page).items[0]).toEqual({
      uuid: expect.any(String) as string,
      activity_type: 'user',
      activity_subtype: 'created',
      owner_uuid: seededReader.userUuid,
      account_uuid: ours,
      created_datetime: '2025-01-21T15:02:00.000Z',
    })
  })

  test.each([
    ['activity_type=message', ['message.sent', 'message.blocked']],
    ['activity_type=message&activity_subtype=sent', ['message.sent']],
    [`owner_uuid=${seededReader.userUuid}`, ['user.created', 'voicemail.received']],
    [`account_uuid=${seededNeighbour.accountUuid}`, []],
    ['activity_type=nonsuch', []],
    ['activity_type=voicemail&colour=blue&trace=x', ['voicemail.received']],
  ])('are filtered by ?%s', async (query, expected) => {
    const {send} = await administrator()
    expect(kinds(await send(`GET /activity/activity?${query}`))).toEqual(expected)
  })

  test('have their metadata with include=metadata', async () => {
    const {send} = await administrator()
    const reply = await send('GET /activity/activity?activity_type=voicemail&include=metadata')
    expect((reply.json() as Page).items[0]?.metadata).toEqual({from: '+19415550123', seconds: 41})
  })

  test('of other accounts are not shown', async () => {
    const {sandbox} = await administrator()
    const neighbour = await signedIn(sandbox, seededNeighbour)
    expect(kinds(await neighbour('GET /activity/activity'))).toEqual([])
  })

  test('are put down when numbers come and go, messages are sent, and users are made', async () => {
    const {sandbox, send} = await administrator()
    await send('POST /sms/provision', {numbers: ['+19412340100', '+19412340101']})
    await send('POST /sms/deprovision', {numbers: ['+19412340101']})
    const message = {to: '+19415550123', content: [{type: 'text', body: 'Hello'}]}
    await send('POST /sms/messages/send', {...message, from: '+19412340003'})
    await send('POST /sms/messages/send', {...message, from: '+19412340100'})
    const user = {first_name: 'A', last_name: 'B', username: 'ab@sunrise.example'}
    const made = (await send(`POST /identity/accounts/${ours}/identities`, user)).json() as {uuid: string}
    const {items} = (await send('GET /activity/activity?offset=6&include=metadata')).json() as Page
    const found = items.map((item) => [
      `${item.activity_type}.${item.activity_subtype}`,
      item.owner_uuid,
      item.metadata,
    ])
    expect(found).toEqual([
      ['number.provisioned', admin, {number: '+19412340100'}],
      ['number.provisioned', admin, {number: '+19412340101'}],
      ['number.released', admin, {number: '+19412340101'}],
      ['message.sent', admin, {from: '+19412340003', to: '+19415550123'}],
      ['message.blocked', admin, {from: '+19412340100', to: '+19415550123'}],
      ['user.created', made.uuid, {username: user.username}],
    ])
    expect(sandbox.clock.now() - Date.parse(items[0]?.created_datetime ?? '')).toBeLessThan(60_000)
  })

  test('are not put down for what was refused', async () => {
    const {send} = await administrator()
    await send('POST /sms/provision', {numbers: ['+19412350001']})
    expect((await send('GET /activity/activity')).json()).toMatchObject({metadata: {total: 6}})
  })
})

describe('activity types', () => {
  const schema = {type: 'object', properties: {seconds: {type: 'integer'}}}

  test('are registered in versions, each once, and listed', async () => {
    const {send} = await administrator()
    const register = (body: object) => send('POST /activity/register', body)
    const first = await register({activity_type: 'call', schema})
    expect([first.status, first.json()]).toEqual([201, {activity_type: 'call', version: 1, schema}])
    await register({activity_type: 'call', version: 2, schema})
    await register({activity_type: 'call', version: 2, schema: {type: 'object'}})
    expect((await send('GET /activity/register?activity_type=call&include=schema')).json()).toEqual({
      items: [
        {activity_type: 'call', version: 1, schema},
        {activity_type: 'call', version: 2, schema: {type: 'object'}},
      ],
      metadata: {total: 2, offset: 0, count: 2, limit: 10},
    })
    expect((await send('GET /activity/register')).json()).toMatchObject({metadata: {total: 6}})
  })

  test('have subtypes', async () => {
    const {send} = await administrator()
    const body = {activity_type: 'message', activity_subtype: 'received', schema}
    const reply = await send('POST /activity/register/subtype', body)
    expect([reply.status, reply.json()]).toEqual([201, {...body, version: 1}])
    const list = await send('GET /activity/register/subtype?activity_type=message')
    expect((list.json() as Page).items.map(({activity_subtype}) => activity_subtype)).toEqual([
      ...['sent', 'blocked', 'received'],
    ])
  })

  test.each([
    ['/activity/register', {schema}, ['activity_type is required']],
    ['/activity/register', {activity_type: 'x'}, ['schema is required']],
    ['/activity/register', {activity_type: 'x', schema: 'y'}, ['schema must be an object']],
    [
      '/activity/register',
      {activity_type: 'x', schema, version: 0},
      ['version must be a whole number from 1 to 1000000'],
    ],
    ['/activity/register/subtype', {activity_type: 'x', schema}, ['activity_subtype is required']],
  ])('at %s without what they need are refused: %j', async (path, body, expected) => {
    const {send} = await administrator()
    const reply = await send(`POST ${path}`, body)
    expect([reply.status, problemsOf(reply)]).toEqual([400, expected])
  })

  test('are registered by those who may change things', async () => {
    const {sandbox} = await administrator()
    const reader = await signedIn(sandbox, seededReader)
    expect((await reader('POST /activity/register', {activity_type: 'x', schema})).status).toBe(403)
    expect((await reader('GET /activity/register')).status).toBe(200)
  })
})

test('an account below another sees its own activities, and the one above sees them, too', async () => {
  const {send} = await administrator()
  const location = accountUuid('Sunrise Dental Venice')
  await send('POST /sms/provision', {numbers: ['+19412340100'], account_uuid: location})
  expect(kinds(await send(`GET /activity/activity?account_uuid=${location}`))).toEqual(['number.provisioned'])
})
