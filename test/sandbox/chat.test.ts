import {describe, expect, test} from 'vitest'
import {userGroups} from '../../src/sandbox/records.ts'
import {seededAccess, seededLocationUuid, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {defaultGroup} from '../../src/sandbox/user-groups.ts'
import {freshSandbox, problemsOf, type Reply, signedIn} from './support.ts'

const {accountUuid: ours, userUuid: me} = seededAccess
const ben = seededReader.userUuid
const collection = '/chat/channels'
const one = (uuid: string, path = '') => `${collection}/${uuid}${path}`
const wanted = {name: 'Shifts', topic: 'Who works when', owner_uuid: me}

interface Channel {
  uuid: string
  name: string
  group_uuid: string
}

const items = <T = Channel>(reply: Reply) => (reply.json() as {items: T[]}).items
const names = (reply: Reply) => items(reply).map(({name}) => name)

async function administrator() {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const create = (fields: object = {}) => send(`POST ${collection}`, {...wanted, ...fields})
  const created = async (fields: object = {}) => (await create(fields)).json() as Channel
  const members = async (uuid: string) => items(await send(`GET ${one(uuid, '/members')}`))
  return {sandbox, send, create, created, members}
}

describe('a channel', () => {
  test('is made with a group of its own, that has the owner in it', async () => {
    const {send, create, members} = await administrator()
    const reply = await create({description: 'x', metadata: {a: 1}, type: 'room'})
    const channel = reply.json() as Channel
    const {uuid, group_uuid} = channel
    expect([reply.status, channel]).toEqual([
      200,
      {
        ...{uuid, ...wanted, description: 'x', account_uuid: ours, group_uuid, metadata: {a: 1}},
        ...{type: 'room', status: 'active'},
      },
    ])
    expect((await send(`GET ${one(uuid)}`)).json()).toEqual(channel)
    expect((await send(`GET /auth/user-groups/${group_uuid}`)).json()).toMatchObject({
      account_uuid: ours,
      members: {items: [{uuid: me, type: 'user'}]},
    })
    expect(await members(uuid)).toEqual([{uuid: me, type: 'user'}])
  })

  test('may have a group that there is, an account and a channel above it', async () => {
    const {sandbox, send, created, members} = await administrator()
    const group_uuid = defaultGroup(sandbox.store, ours, 'user')!.uuid
    const parent = await created()
    const channel = await created({group_uuid, account_uuid: seededLocationUuid, parent_uuid: parent.uuid})
    expect(channel).toMatchObject({group_uuid, account_uuid: seededLocationUuid, parent_uuid: parent.uuid})
    expect(await members(channel.uuid)).toEqual([{uuid: ben, type: 'user'}])
    await send(`DELETE ${one(channel.uuid)}`)
    expect(sandbox.store.collection(userGroups).get(group_uuid)).toBeDefined()
  })

  test.each([
    [{name: ''}, 400],
    [{metadata: 'x'}, 400],
    [{group_uuid: 'none'}, 400],
    [{group_uuid: seededLocationUuid}, 404],
    [{account_uuid: seededNeighbour.accountUuid}, 404],
    [{owner_uuid: seededNeighbour.userUuid}, 404],
    [{parent_uuid: seededLocationUuid}, 404],
  ])('with %j is refused', async (fields, status) => {
    const {sandbox, create} = await administrator()
    const groups = sandbox.store.collection(userGroups).count()
    expect((await create(fields)).status).toBe(status)
    expect(sandbox.store.collection(userGroups).count()).toBe(groups)
  })

  test('has its name, topic and description changed, and nothing else of a whole channel that is sent', async () => {
    const {send, created} = await administrator()
    const channel = await created({description: 'x'})
    const reply = await send(`PUT ${one(channel.uuid, '/info')}`, {
      ...channel,
      topic: 'New',
      owner_uuid: ben,
      status: 'x',
    })
    expect([reply.status, reply.json()]).toEqual([200, {...channel, topic: 'New'}])
    expect((await send(`PUT ${one(channel.uuid, '/info')}`, {name: ''})).status).toBe(400)
    expect((await send(`GET ${one(channel.uuid)}`)).json()).toEqual(reply.json())
  })

  test('has its metadata replaced', async () => {
    const {send, created} = await administrator()
    const {uuid} = await created({metadata: {a: 1, b: 2}})
    const reply = await send(`PUT ${one(uuid, '/meta')}`, {c: {d: 3}})
    expect([reply.status, reply.json()]).toMatchObject([200, {uuid}])
    expect(((await send(`GET ${one(uuid)}`)).json() as {metadata: object}).metadata).toEqual({c: {d: 3}})
  })

  test('is deleted with its messages and its group', async () => {
    const {sandbox, send, created} = await administrator()
    const {uuid, group_uuid} = await created()
    const say = {content: {contentType: 'string', content: 'x'}}
    const {uuid: message} = (await send(`POST ${one(uuid, '/messages')}`, say)).json() as {uuid: string}
    expect(message).toEqual(expect.any(String))
    expect(await send(`DELETE ${one(uuid)}`)).toMatchObject({status: 204, text: ''})
    for (const path of ['', '/members', '/messages']) expect((await send(`GET ${one(uuid, path)}`)).status).toBe(404)
    expect(sandbox.store.collection(userGroups).get(group_uuid)).toBeUndefined()
    expect(names(await send(`GET ${collection}`))).not.toContain('Shifts')
  })

  test('goes with its account', async () => {
    const {sandbox, send, created} = await administrator()
    const {uuid} = await created({account_uuid: seededLocationUuid})
    await send(`DELETE /accounts/accounts/${seededLocationUuid}`)
    expect((await send(`GET ${one(uuid)}`)).status).toBe(404)
    expect(sandbox.store.collection(userGroups).count({where: {account_uuid: seededLocationUuid}})).toBe(0)
  })
})

describe('channels are listed', () => {
  test('as far as they are seen, by exact values; unknown keys are ignored', async () => {
    const {sandbox, send, created} = await administrator()
    await created({type: 'room'})
    const list = async (query: string) => names(await send(`GET ${collection}?${query}`))
    expect(await list('')).toEqual(['Front desk', 'Announcements', 'Shifts'])
    expect(await list('type=room&parent=x&trace=y&debug=false&id=z')).toEqual(['Shifts'])
    expect(await list('name=Announcements,Shifts&status=active')).toEqual(['Announcements', 'Shifts'])
    expect((await send(`GET ${collection}?limit=2&offset=1`)).json()).toMatchObject({
      metadata: {total: 3, offset: 1, count: 2, limit: 2},
    })
    const neighbour = await signedIn(sandbox, seededNeighbour)
    expect(names(await neighbour(`GET ${collection}`))).toEqual([])
    expect(names(await neighbour(`GET ${collection}?account_uuid=${ours}`))).toEqual([])
  })

  test('of the user whom the header names', async () => {
    const {send, created} = await administrator()
    const of = (user: string, query = `account_uuid=${ours}&offset=0&limit=10`) =>
      send(`GET ${collection}?${query}`, undefined, {'x-user-uuid': user})
    expect(names(await of(ben))).toEqual(['Front desk'])
    const {uuid} = await created()
    await send(`POST ${one(uuid, '/members')}`, {uuid: ben, type: 'user'})
    expect(names(await of(ben))).toEqual(['Front desk', 'Shifts'])
    expect(names(await of(ben, `account_uuid=${seededLocationUuid}`))).toEqual([])
    expect((await of(seededNeighbour.userUuid)).status).toBe(404)
  })
})

describe('members', () => {
  test('are those of the group: added, removed, and each there once', async () => {
    const {send, created, members} = await administrator()
    const {uuid, group_uuid} = await created()
    const path = one(uuid, '/members')
    const added = await send(`POST ${path}`, {uuid: ben, type: 'user'})
    expect([added.status, added.json()]).toEqual([200, {uuid: ben, type: 'user'}])
    await send(`POST ${path}`, {uuid: ben})
    expect((await send(`GET ${path}`)).json()).toEqual({
      items: [
        {uuid: me, type: 'user'},
        {uuid: ben, type: 'user'},
      ],
      metadata: {total: 2, offset: 0, count: 2, limit: 10},
    })
    await send(`POST /auth/user-groups/${group_uuid}/users/remove`, {users: [me]})
    expect(await members(uuid)).toEqual([{uuid: ben, type: 'user'}])
    const removed = await send(`DELETE ${path}/${ben}`)
    expect([removed.status, removed.json()]).toEqual([200, {uuid: ben, type: 'user'}])
    expect(await members(uuid)).toEqual([])
    expect((await send(`DELETE ${path}/${ben}`)).status).toBe(404)
  })

  test('are users that the caller sees', async () => {
    const {send, created} = await administrator()
    const {uuid} = await created()
    const add = (member: object) => send(`POST ${one(uuid, '/members')}`, member)
    expect((await add({uuid: seededNeighbour.userUuid})).status).toBe(404)
    expect(problemsOf(await add({type: 'bot'}))).toEqual(['uuid is required', 'type must be one of user'])
  })
})

describe('messages', () => {
  const text = (content: string) => ({content: {contentType: 'string', content}})

  test('are listed with the newest first, at most as many as asked for', async () => {
    const {send, created} = await administrator()
    const {uuid} = await created()
    const path = one(uuid, '/messages')
    for (let count = 1; count <= 120; count++) await send(`POST ${path}`, text(`message ${count}`))
    const list = async (query: string) => {
      const reply = await send(`GET ${path}?${query}`)
      const {metadata} = reply.json() as {metadata: object}
      const said = items<{content: {content: string}}>(reply).map(({content}) => content.content)
      return {metadata, first: said[0], last: said.at(-1)}
    }
    expect(await list('')).toEqual({
      metadata: {total: 120, offset: 0, count: 100, limit: 100},
      ...{first: 'message 120', last: 'message 21'},
    })
    expect(await list('max=2')).toMatchObject({
      metadata: {total: 120, count: 2},
      first: 'message 120',
      last: 'message 119',
    })
    expect(await list('max=500')).toMatchObject({metadata: {count: 120}, last: 'message 1'})
    expect(await list('max=many')).toMatchObject({metadata: {count: 100}})
  })

  test('are texts or parts, by the user who is named or signed in', async () => {
    const {send, created} = await administrator()
    const {uuid} = await created()
    const path = `POST ${one(uuid, '/messages')}`
    const sent = await send(path, {...text('Hello.'), user_uuid: ben})
    expect([sent.status, sent.json()]).toMatchObject([200, {channel_uuid: uuid, user_uuid: ben, ...text('Hello.')}])
    const content = {
      contentType: 'multipart',
      parts: [
        {contentType: 's2s-kvp', content: 'a=1'},
        {contentType: 'text/csv', content: 'x,y\n'},
      ],
    }
    const posted = await send(path, {content})
    expect(posted.json()).toMatchObject({user_uuid: me, content})
    expect(items(await send(`GET ${one(uuid, '/messages')}`))).toEqual([posted.json(), sent.json()])
  })

  test.each([
    [{}, 'content is required'],
    [{content: 'Hello.'}, 'content must be an object'],
    [{content: {content: 'x'}}, 'content has a contentType that is required'],
    [{content: {contentType: 'string'}}, 'content has no content'],
    [{content: {contentType: 'multipart', content: 'x'}}, 'content has no parts'],
    [
      {content: {contentType: 'multipart', parts: [{content: 'x'}]}},
      'content has a parts that element 0 has a contentType that is required',
    ],
  ])('like %j are refused', async (body, problem) => {
    const {send, created} = await administrator()
    const {uuid} = await created()
    const reply = await send(`POST ${one(uuid, '/messages')}`, body)
    expect([reply.status, problemsOf(reply)]).toEqual([400, [problem]])
    expect(
      (await send(`POST ${one(uuid, '/messages')}`, {...text('x'), user_uuid: seededNeighbour.userUuid})).status,
    ).toBe(404)
  })
})

test.each([
  ['GET', '', undefined],
  ['PUT', '/info', {name: 'x'}],
  ['PUT', '/meta', {}],
  ['DELETE', '', undefined],
  ['GET', '/members', undefined],
  ['POST', '/members', {uuid: seededNeighbour.userUuid}],
  ['DELETE', `/members/${me}`, undefined],
  ['GET', '/messages', undefined],
  ['POST', '/messages', {content: {contentType: 'string', content: 'x'}}],
])('somebody else’s channel does not exist: %s %s', async (method, path, body) => {
  const {sandbox, created} = await administrator()
  const {uuid} = await created()
  const neighbour = await signedIn(sandbox, seededNeighbour)
  expect((await neighbour(`${method} ${one(uuid, path)}`, body)).status).toBe(404)
})

test('who may only read writes nothing', async () => {
  const {sandbox, created} = await administrator()
  const {uuid} = await created()
  const reader = await signedIn(sandbox, seededReader)
  expect((await reader(`GET ${one(uuid, '/messages')}`)).status).toBe(200)
  expect((await reader(`DELETE ${one(uuid)}`)).status).toBe(403)
})
