import {describe, expect, test} from 'vitest'
import {groupMembers} from '../../src/sandbox/records.ts'
import {
  accountUuid,
  seededAccess,
  seededLocationUuid,
  seededNeighbour,
  seededReader,
} from '../../src/sandbox/seeded-access.ts'
import {defaultGroup, joinGroup} from '../../src/sandbox/user-groups.ts'
import {freshSandbox, type Reply, signedIn, signIn, tokenRequest} from './support.ts'

const {accountUuid: ours, userUuid: admin} = seededAccess
const collection = `/identity/accounts/${ours}/identities`
const user = (uuid: string, path = '') => `/identity/identities/${uuid}${path}`

/** A request to make a user. */
const wanted = {
  account_uuid: ours,
  type: 'user',
  first_name: 'Finn',
  middle_name: 'O',
  last_name: 'Berg',
  username: 'finn@sunrise.example',
  status: 'Active',
  provider: 'local',
  email: 'finn@sunrise.example',
  phone: '+19415550199',
  address: {city: 'Venice', state: 'FL', postal_code: '34285', country: 'US'},
  reference: 'r-1',
}

async function administrator() {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const create = (changes: object = {}) => send(`POST ${collection}`, {...wanted, ...changes})
  const created = async (changes: object = {}) => ((await create(changes)).json() as {uuid: string}).uuid
  return {sandbox, send, create, created}
}

const usernames = (reply: Reply) => (reply.json() as {items: {username: string}[]}).items.map((item) => item.username)
const grant = (email: string, password: string) => ({grant_type: 'password', email, password})

describe('making a user', () => {
  test('answers 202 with the user and where it is', async () => {
    const {send, create} = await administrator()
    const reply = await create()
    const made = reply.json() as {uuid: string}
    expect(reply.status).toBe(202)
    expect(reply.headers['location']).toMatch(new RegExp(`${user(made.uuid)}$`))
    expect(made).toEqual({...wanted, uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string})
    expect((await send(`GET ${user(made.uuid)}`)).json()).toEqual(made)
    expect(usernames(await send(`GET ${collection}`))).toEqual([
      seededAccess.email,
      seededReader.email,
      wanted.username,
    ])
  })

  test('needs no more than names; the username is the e-mail address', async () => {
    const {send} = await administrator()
    const bare = {first_name: 'A', last_name: 'B', username: 'ab@sunrise.example'}
    expect((await send(`POST ${collection}`, bare)).json()).toMatchObject({
      ...bare,
      ...{email: bare.username, account_uuid: ours, type: 'user', status: 'Active', provider: 'local'},
    })
  })

  test('with a password makes one who can sign in at once, by username or e-mail address', async () => {
    const {sandbox, create} = await administrator()
    const reply = await create({username: 'finn', password: 'long-enough'})
    expect(reply.status).toBe(202)
    expect(reply.text).not.toContain('long-enough')
    expect((await tokenRequest(sandbox, grant(wanted.email, 'long-enough'))).status).toBe(200)
    expect((await tokenRequest(sandbox, grant('finn', 'long-enough'))).status).toBe(200)
    expect((await tokenRequest(sandbox, grant('finn', 'something-else'))).status).toBe(401)
  })

  test.each([
    ['no username', {username: undefined}, 'username', 'is required'],
    ['no first name', {first_name: ''}, 'first_name', 'is required'],
    ['no last name', {last_name: undefined}, 'last_name', 'is required'],
    ['no e-mail address', {username: 'finn', email: undefined}, 'email', 'is required'],
    ['an e-mail address that is none', {email: 'finn'}, 'email', 'must be an e-mail address'],
    ['an unknown status', {status: 'Gone'}, 'status', 'must be one of Active, Inactive'],
    ['another account', {account_uuid: seededLocationUuid}, 'account_uuid', 'is not the one of the path'],
    ['a short password', {password: 'short'}, 'password', 'must have at least 8 characters'],
  ])('with %s is refused', async (_what, changes, field, message) => {
    const {send, create} = await administrator()
    const reply = await create(changes)
    expect([reply.status, reply.json()]).toMatchObject([400, {details: [{field, message}]}])
    expect((await send(`GET ${collection}`)).json()).toMatchObject({metadata: {total: 2}})
  })

  test('with a username that is taken, in any account, is refused', async () => {
    const {create} = await administrator()
    for (const username of [seededReader.email, seededNeighbour.email]) {
      expect((await create({username})).json()).toMatchObject({
        code: 409,
        details: [{field: 'username', message: 'is taken'}],
      })
    }
  })

  test('in an account that is not visible is refused', async () => {
    const {send} = await administrator()
    const body = {...wanted, account_uuid: undefined}
    expect((await send(`POST /identity/accounts/${seededNeighbour.accountUuid}/identities`, body)).status).toBe(404)
  })
})

describe('users are listed', () => {
  async function withThree() {
    const {send, create} = await administrator()
    await create()
    const list = async (path: string) => usernames(await send(`GET ${path}`))
    return {send, list}
  }

  test.each([
    ['first_name=Finn&last_name=Berg', [wanted.username]],
    ['first_name=Finn&last_name=Rivera', []],
    ['status=Active&limit=1&offset=2&trace=x', [wanted.username]],
    [`username=${seededReader.email},${wanted.username}`, [seededReader.email, wanted.username]],
  ])('by all filters: %s', async (query, expected) => {
    const {list} = await withThree()
    expect(await list(`${collection}?${query}`)).toEqual(expected)
  })

  test.each([
    ['first_name=Finn&last_name=Rivera', [seededAccess.email, wanted.username]],
    ['first_name=Nobody&last_name=Nobody', []],
    [`username=${seededNeighbour.email}`, []],
    ['trace=x', [seededAccess.email, seededReader.email, wanted.username]],
  ])('by any filter in the second version: %s', async (query, expected) => {
    const {send, list} = await withThree()
    expect(await list(`${collection}/v2?${query}`)).toEqual(expected)
    expect((await send(`GET ${collection}/v2?${query}`)).json()).toMatchObject({
      metadata: {total: expected.length, offset: 0, count: expected.length, limit: 10},
    })
  })

  test('of one account only, and not of one that is not visible', async () => {
    const {send, list} = await withThree()
    expect(await list(`/identity/accounts/${seededLocationUuid}/identities`)).toEqual([])
    for (const path of ['identities', 'identities/v2']) {
      expect((await send(`GET /identity/accounts/${seededNeighbour.accountUuid}/${path}`)).status).toBe(404)
    }
  })

  test('over all visible accounts', async () => {
    const {send, list} = await withThree()
    const below = {...wanted, username: 'gil@sunrise.example', account_uuid: seededLocationUuid}
    await send(`POST /identity/accounts/${seededLocationUuid}/identities`, below)
    expect(await list('/identity/identities?username=gil@sunrise.example')).toEqual([below.username])
    expect(await list(`/identity/identities?account_uuid=${seededLocationUuid}`)).toEqual([below.username])
    expect(await list('/identity/identities')).toHaveLength(4)
    expect(await list(`/identity/identities?username=${seededNeighbour.email}`)).toEqual([])
    expect(await list(`/identity/identities?account_uuid=${accountUuid('Bayfront Realty')}`)).toEqual([])
  })
})

describe('one user', () => {
  test('is shown with aliases and properties when asked, the key repeated or not', async () => {
    const {send} = await administrator()
    const show = async (query: string) => (await send(`GET ${user(admin, query)}`)).json()
    const plain = await show('')
    expect(plain).toMatchObject({uuid: admin, username: seededAccess.email})
    expect(plain).not.toHaveProperty('aliases')
    expect(plain).not.toHaveProperty('properties')
    const aliases = [{sms: '+19412340003'}]
    expect(await show('?include=alias')).toEqual({...(plain as object), aliases})
    expect(await show('?include=properties')).toEqual({...(plain as object), properties: {}})
    expect(await show('?include=alias&include=properties')).toEqual({...(plain as object), aliases, properties: {}})
    expect(await show('?include=secrets')).toEqual(plain)
  })

  test.each([
    ['GET', ''],
    ['POST', '/modify'],
    ['POST', '/properties/modify'],
    ['POST', '/aliases'],
    ['PUT', '/aliases/+19412340001'],
    ['POST', '/deactivate'],
    ['POST', '/reactivate'],
    ['DELETE', ''],
  ])('who is not visible does not exist: %s %s', async (method, path) => {
    const {send} = await administrator()
    for (const uuid of [seededNeighbour.userUuid, ours, 'no-uuid']) {
      expect((await send(`${method} ${user(uuid, path)}`, method === 'GET' ? undefined : {})).status).toBe(404)
    }
  })

  test('is changed in part', async () => {
    const {send, create} = await administrator()
    const before = (await create()).json() as {uuid: string}
    const reply = await send(`POST ${user(before.uuid, '/modify')}`, {last_name: 'Dahl', phone: ''})
    expect([reply.status, reply.json()]).toEqual([200, {...before, last_name: 'Dahl', phone: ''}])
    expect((await send(`GET ${user(before.uuid)}`)).json()).toEqual(reply.json())
    const whole = await send(`POST ${user(before.uuid, '/modify')}`, before)
    expect([whole.status, whole.json()]).toEqual([200, before])
  })

  test.each([
    [{username: 'other'}, 'username', 'cannot be changed here'],
    [{account_uuid: seededLocationUuid}, 'account_uuid', 'cannot be changed here'],
    [{provider: 'saml'}, 'provider', 'cannot be changed here'],
    [{username: null}, 'username', 'cannot be changed here'],
    [{first_name: null}, 'first_name', 'cannot be null'],
    [{password: 'something-new'}, 'password', 'cannot be changed here'],
    [{external_id: '1'}, 'external_id', 'cannot be changed here'],
    [{email: 'nowhere'}, 'email', 'must be an e-mail address'],
    [{first_name: ''}, 'first_name', 'must have 1 to 10000 characters'],
  ])('is not changed by %o', async (body, field, message) => {
    const {send, created} = await administrator()
    const uuid = await created()
    const reply = await send(`POST ${user(uuid, '/modify')}`, {last_name: 'Dahl', ...body})
    expect([reply.status, reply.json()]).toMatchObject([400, {details: [{field, message}]}])
    expect((await send(`GET ${user(uuid)}`)).json()).toMatchObject({last_name: 'Berg'})
  })

  test('has properties that are merged', async () => {
    const {send} = await administrator()
    await send(`POST ${user(admin, '/properties/modify')}`, {theme: 'dark', size: {w: 1}})
    const reply = await send(`POST ${user(admin, '/properties/modify')}`, {theme: 'light'})
    const properties = {theme: 'light', size: {w: 1}}
    expect([reply.status, reply.json()]).toMatchObject([200, {uuid: admin, properties}])
    expect((await send(`GET ${user(admin)}?include=properties`)).json()).toMatchObject({properties})
  })
})

describe('an inactive user', () => {
  test('gets no tokens, and those they have are refused, until they are active again', async () => {
    const {sandbox, send} = await administrator()
    const reader = await signedIn(sandbox, seededReader)
    const {refresh_token: token} = await signIn(sandbox, seededReader)
    const statuses = async () => [
      (await reader('GET /identity/users/me')).status,
      (await tokenRequest(sandbox, grant(seededReader.email, seededReader.password))).status,
    ]
    const off = await send(`POST ${user(seededReader.userUuid, '/deactivate')}`)
    expect(off).toMatchObject({status: 204, text: ''})
    expect(off.headers).not.toHaveProperty('content-type')
    expect(await statuses()).toEqual([401, 401])
    expect((await tokenRequest(sandbox, {grant_type: 'refresh_token', refresh_token: token})).status).toBe(401)
    expect((await send(`GET ${user(seededReader.userUuid)}`)).json()).toMatchObject({status: 'Inactive'})
    expect((await send(`POST ${user(seededReader.userUuid, '/reactivate')}`)).status).toBe(204)
    expect(await statuses()).toEqual([200, 200])
  })
})

describe('a deleted user', () => {
  test('is gone, from groups and from login', async () => {
    const {sandbox, send, created} = await administrator()
    const uuid = await created({password: 'long-enough'})
    const {store} = sandbox
    joinGroup(store, defaultGroup(store, ours, 'admin')?.uuid ?? '', uuid)
    const theirs = await signedIn(sandbox, {...seededReader, email: wanted.email, password: 'long-enough'})
    expect((await theirs('GET /identity/users/me')).status).toBe(200)

    const reply = await send(`DELETE ${user(uuid)}`)
    expect(reply).toMatchObject({status: 202, text: ''})
    expect(reply.headers['location']).toMatch(new RegExp(`${user(uuid)}$`))
    expect(store.collection(groupMembers).count({where: {user_uuid: uuid}})).toBe(0)
    expect((await send(`GET ${user(uuid)}`)).status).toBe(404)
    expect(usernames(await send(`GET ${collection}`))).not.toContain(wanted.username)
    expect((await theirs('GET /identity/users/me')).status).toBe(401)
    expect((await tokenRequest(sandbox, grant(wanted.email, 'long-enough'))).status).toBe(401)
  })

  test('leaves a username that can be used again, without the old password', async () => {
    const {sandbox, send, create, created} = await administrator()
    await send(`DELETE ${user(await created({password: 'long-enough'}))}`)
    expect((await create()).status).toBe(202)
    expect((await tokenRequest(sandbox, grant(wanted.email, 'long-enough'))).status).toBe(401)
  })
})

describe('a user who may only read', () => {
  test.each([
    [`POST ${collection}`, 'create'],
    [`POST ${user(admin, '/modify')}`, 'create'],
    [`POST ${user(seededReader.userUuid, '/properties/modify')}`, 'create'],
    [`POST ${user(admin, '/deactivate')}`, 'create'],
    [`PUT ${user(admin, '/aliases/9412340001')}`, 'update'],
    [`DELETE ${user(admin)}`, 'delete'],
  ])('is refused %s', async (request, action) => {
    const send = await signedIn(freshSandbox(10), seededReader)
    expect((await send(request, {})).json()).toMatchObject({
      code: 403,
      message: `The permission identity.${action} is missing.`,
    })
    expect((await send(`GET ${user(admin)}`)).status).toBe(200)
  })
})
