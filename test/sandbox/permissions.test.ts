import {join} from 'node:path'
import {type FastifyInstance} from 'fastify'
import {describe, expect, onTestFinished, test} from 'vitest'
import {permissions, roleGrants, roles} from '../../src/sandbox/auth/records.ts'
import {resourceAccess, sharedResources} from '../../src/sandbox/auth/resource-access.ts'
import {grantsSql} from '../../src/sandbox/auth/scopes.ts'
import {namedUuid} from '../../src/sandbox/named-uuid.ts'
import {groupMembers} from '../../src/sandbox/records.ts'
import {openSandbox, type Sandbox} from '../../src/sandbox/sandbox.ts'
import {
  accountUuid,
  seededAccess,
  seededLocationUuid,
  seededMaster,
  seededNeighbour,
  seededReader,
  seededSharing,
} from '../../src/sandbox/seeded-access.ts'
import {buildServer} from '../../src/sandbox/server.ts'
import {freshSandbox, type Reply, signedIn, signIn, temporaryFolder} from './support.ts'

const {accountUuid: ours, userUuid: ada} = seededAccess
const {userUuid: ben} = seededReader
const downtown = accountUuid('Sunrise Dental Downtown')
const permission = (name: string) => namedUuid(`permission ${name}`)

type Send = Awaited<ReturnType<typeof signedIn>>

/** The administrator, and a user who may only read. */
async function both(sandbox: Sandbox = freshSandbox(10)) {
  return {sandbox, send: await signedIn(sandbox), reader: await signedIn(sandbox, seededReader)}
}

const uuidOf = (reply: Reply) => (reply.json() as {uuid: string}).uuid
const messageOf = (reply: Reply) => (reply.json() as {message: string}).message

/** The default group of that type of the default account, and the role that it holds. */
async function defaults(send: Send, type: string): Promise<{group: string; role: string}> {
  const first = (reply: Reply) => (reply.json() as {items: {uuid: string}[]}).items[0]?.uuid ?? ''
  const group = first(await send(`GET /auth/accounts/${ours}/user-groups?default=true&type=${type}`))
  return {group, role: first(await send(`GET /auth/user-groups/${group}/roles`))}
}

/** A group of an account with one member and a new role that has one permission. */
async function team(send: Send, {account, user, may}: {account: string; user: string; may: string}) {
  const group = uuidOf(await send(`POST /auth/accounts/${account}/user-groups`, {name: 'Team', users: [user]}))
  const body = {name: 'Some', permissions: [permission(may)]}
  const role = uuidOf(await send(`POST /auth/accounts/${ours}/roles`, body))
  return {group, role}
}

const newUser = (username: string) => ({username: `${username}@sunrise.example`, first_name: 'A', last_name: 'B'})
const createIn = (account: string) => `POST /identity/accounts/${account}/identities`

describe('the permissions of a user', () => {
  test.each([
    ['its group loses the role', ({group, role}) => `DELETE /auth/user-groups/${group}/roles/${role}`],
    ['the role is deactivated', ({role}) => `POST /auth/roles/${role}/deactivate`],
    ['the role is deleted', ({role}) => `DELETE /auth/roles/${role}`],
    ['the group is deactivated', ({group}) => `POST /auth/user-groups/${group}/deactivate`],
  ] as [string, (held: {group: string; role: string}) => string][])('end when %s', async (_, request) => {
    const {send, reader} = await both()
    expect((await reader('GET /accounts/accounts')).status).toBe(200)
    expect((await send(request(await defaults(send, 'user')))).status).toBeLessThan(300)
    const refused = await reader('GET /accounts/accounts')
    expect([refused.status, messageOf(refused)]).toEqual([403, 'The permission account.read is missing.'])
    expect((await reader('GET /identity/users/me')).status).toBe(200)
    expect((await send('GET /accounts/accounts')).status).toBe(200)
  })

  test('begin when they are in a group with a role, and end when they leave it', async () => {
    const {send, reader} = await both()
    const {group, role} = await team(send, {account: ours, user: ben, may: 'identity.create'})
    expect((await reader(createIn(ours), newUser('a'))).status).toBe(403)
    await send(`POST /auth/user-groups/${group}/roles`, {roles: [role]})
    expect((await reader(createIn(ours), newUser('a'))).status).toBe(202)
    expect(messageOf(await reader(`DELETE /identity/identities/${ada}`))).toBe(
      'The permission identity.delete is missing.',
    )
    await send(`POST /auth/user-groups/${group}/users/remove`, {users: [ben]})
    expect((await reader(createIn(ours), newUser('b'))).status).toBe(403)
  })

  test('grow with the permissions of a role', async () => {
    const {send, reader} = await both()
    const {role} = await defaults(send, 'user')
    await send(`POST /auth/roles/${role}/permissions`, {permissions: [permission('auth.create')]})
    expect((await reader(`POST /auth/accounts/${ours}/roles`, {name: 'Mine'})).status).toBe(202)
  })

  test('hold for the account of the group and those below it, and for no other', async () => {
    const {send, reader} = await both()
    const {group, role} = await team(send, {account: downtown, user: ben, may: 'identity.create'})
    await send(`POST /auth/user-groups/${group}/roles`, {roles: [role]})
    expect((await reader(createIn(downtown), newUser('a'))).status).toBe(202)
    for (const account of [ours, seededLocationUuid]) {
      expect(messageOf(await reader(createIn(account), newUser('b')))).toBe(
        'The permission identity.create is missing.',
      )
    }
    expect((await reader(createIn(seededNeighbour.accountUuid), newUser('b'))).status).toBe(404)
  })

  test('hold for the accounts of a scope, and not for the rest of the account of the group', async () => {
    const {send, reader} = await both()
    const {group, role} = await team(send, {account: ours, user: ben, may: 'identity.create'})
    await send(`POST /auth/user-groups/${group}/role/scopes`, {role, scope: [{account: [seededLocationUuid]}]})
    expect((await reader(createIn(seededLocationUuid), newUser('a'))).status).toBe(202)
    expect((await reader(createIn(ours), newUser('b'))).status).toBe(403)
  })

  test('reach into accounts that the user is not below, where a role is scoped to them', async () => {
    const {sandbox, reader} = await both()
    const master = await signedIn(sandbox, seededMaster)
    const {accountUuid: theirs} = seededNeighbour
    expect((await reader(`GET /accounts/accounts/${theirs}`)).status).toBe(404)
    const {group, role} = await team(master, {account: ours, user: ben, may: 'account.read'})
    await master(`POST /auth/user-groups/${group}/role/scopes`, {role, scope: [{account: [theirs]}]})
    expect((await reader(`GET /accounts/accounts/${theirs}`)).status).toBe(200)
    const {items} = (await reader('GET /accounts/accounts?limit=100')).json() as {items: {uuid: string}[]}
    expect(items.map(({uuid}) => uuid)).toEqual(expect.arrayContaining([ours, theirs]))
    expect((await reader(`GET /identity/accounts/${theirs}/identities`)).status).toBe(404)
  })

  test('narrow lists down to the accounts that they hold for', async () => {
    const {send, reader} = await both()
    const {group, role} = await defaults(send, 'user')
    await send(`DELETE /auth/user-groups/${group}/roles/${role}`)
    await send(`POST /auth/user-groups/${group}/role/scopes`, {role, scope: [{account: [downtown]}]})
    const {items} = (await reader('GET /accounts/accounts')).json() as {items: {uuid: string}[]}
    expect(items.map(({uuid}) => uuid)).toEqual([downtown])
    expect((await reader(`GET /accounts/accounts/${ours}`)).status).toBe(403)
  })

  test('do not come from a permission that forbids', async () => {
    const {sandbox, send, reader} = await both()
    const {group, role} = await team(send, {account: ours, user: ben, may: 'identity.create'})
    await send(`POST /auth/user-groups/${group}/roles`, {roles: [role]})
    sandbox.store.collection(permissions).update(permission('identity.create'), (one) => ({...one, allowed: false}))
    expect((await reader(createIn(ours), newUser('a'))).status).toBe(403)
  })
})

test('what a user may do is looked up in indexes, however many groups and roles there are', async () => {
  const {sandbox} = await both()
  const {db} = sandbox.store
  const plan = db.rows<{detail: string}>(`EXPLAIN QUERY PLAN ${grantsSql}`, [ben, 'sms', 'create'])
  const scans = plan.map(({detail}) => detail).filter((detail) => detail.startsWith('SCAN'))
  expect(scans).toEqual([expect.stringContaining('held VIRTUAL TABLE')])
})

test('the default groups of a new account hold the roles of administrators and readers', async () => {
  const {sandbox, send} = await both()
  const account = uuidOf(await send('POST /accounts/accounts', {name: 'North', type: 'Location', parent_uuid: ours}))
  const made = await send(createIn(account), {...newUser('nora'), password: 'long-enough'})
  const nora = await signedIn(sandbox, {...seededReader, email: 'nora@sunrise.example', password: 'long-enough'})
  expect((await nora(`GET /accounts/accounts/${account}`)).status).toBe(200)
  expect((await nora(createIn(account), newUser('a'))).status).toBe(403)
  const groups = (await send(`GET /auth/accounts/${account}/user-groups?type=admin`)).json() as {
    items: {uuid: string}[]
  }
  await send(`POST /auth/user-groups/${groups.items[0]?.uuid}/users`, {users: [uuidOf(made)]})
  expect((await nora(createIn(account), newUser('a'))).status).toBe(202)
  expect((await nora(`GET /accounts/accounts/${ours}`)).status).toBe(404)
})

describe('authorize', () => {
  const ask = (user: string, account: string, action: string[], resource_type = 'sms') =>
    [`POST /auth/users/${user}/authorize`, {account_uuid: account, resource_type, action}] as const

  test('says yes with 204, and no with what is missing', async () => {
    const {send} = await both()
    expect(await send(...ask(ada, ours, ['create', 'delete']))).toMatchObject({status: 204, text: ''})
    expect((await send(...ask(ben, downtown, ['read']))).status).toBe(204)
    const refused = await send(...ask(ben, ours, ['read', 'create', 'delete']))
    expect([refused.status, messageOf(refused)]).toEqual([403, 'The permissions sms.create, sms.delete are missing.'])
    expect(messageOf(await send(...ask(ada, ours, ['fly'])))).toBe('The permission sms.fly is missing.')
  })

  test('knows permissions that were made since', async () => {
    const {send} = await both()
    const body = {name: 'object.archive', resource_type: 'object', action: 'archive'}
    const made = uuidOf(await send('POST /auth/permissions', body))
    expect((await send(...ask(ada, ours, ['archive'], 'object'))).status).toBe(403)
    const {role} = await defaults(send, 'admin')
    await send(`POST /auth/roles/${role}/permissions`, {permissions: [made]})
    expect((await send(...ask(ada, ours, ['archive'], 'object'))).status).toBe(204)
  })

  test('may be asked by everybody, about users and accounts that they see', async () => {
    const {send, reader} = await both()
    expect((await reader(...ask(ben, ours, ['read']))).status).toBe(204)
    expect((await send(...ask(seededNeighbour.userUuid, ours, ['read']))).status).toBe(404)
    expect((await send(...ask(ada, seededNeighbour.accountUuid, ['read']))).status).toBe(404)
    expect((await send(...ask(ada, ours, []))).status).toBe(400)
  })
})

describe('a single resource', () => {
  const {resourceUuid: resource} = seededSharing

  test('tells who may do what with it, and users which there are', () => {
    const {store} = freshSandbox(10)
    expect(Object.fromEntries(resourceAccess(store, resource))).toEqual({[ada]: 'rud', [ben]: 'r'})
    expect(Object.fromEntries(sharedResources(store, ben))).toEqual({[resource]: 'r'})
    expect(resourceAccess(store, ours).size).toBe(0)
  })

  test('has the letters of all groups of a user, as long as group and role are active', async () => {
    const {sandbox, send} = await both()
    const {store} = sandbox
    const {group, role} = await team(send, {account: ours, user: ben, may: 'object.delete'})
    await send(`POST /auth/user-groups/${group}/role/scopes`, {role, scope: [{resource: [resource]}]})
    expect(resourceAccess(store, resource).get(ben)).toBe('rd')
    expect(sharedResources(store, ben).get(resource)).toBe('rd')
    await send(`POST /auth/roles/${role}/deactivate`)
    expect(resourceAccess(store, resource).get(ben)).toBe('r')
    await send(`POST /auth/roles/${role}/activate`)
    await send(`POST /auth/user-groups/${group}/deactivate`)
    expect(resourceAccess(store, resource).get(ben)).toBe('r')
  })

  test('is within reach of a request with a role over it, and the account around it is not', async () => {
    const sandbox = freshSandbox(10)
    const app = await buildServer(sandbox, {more: (server) => routesOf(server, sandbox)})
    onTestFinished(() => app.close())
    const {access_token: token} = await signIn(sandbox, seededReader)
    const put = async (uuid: string) => {
      const headers = {authorization: `Bearer ${token}`}
      const reply = await app.inject({method: 'PUT', url: `/objects/test/${uuid}`, headers})
      return [reply.statusCode, reply.json<{message?: string}>().message]
    }
    expect(await put(resource)).toEqual([403, 'The permission object.update is missing.'])
    const role = namedUuid('system role object ru')
    const group_uuid = namedUuid('group r of the shared resource')
    sandbox.store
      .collection(roleGrants)
      .put({id: 'x', group_uuid, role_uuid: role, scope_type: 'resource', scope_uuid: resource})
    expect(await put(resource)).toEqual([200, undefined])
    expect(await put(ours)).toEqual([403, 'The permission object.update is missing.'])
  })

  /** What an area does for a resource that may be shared. */
  function routesOf(app: FastifyInstance, {store}: Sandbox): void {
    app.put('/objects/test/:uuid', ({caller, params}) => {
      const {uuid} = params as {uuid: string}
      if (!resourceAccess(store, uuid).get(caller.user.uuid)?.includes('u')) caller.mustSee(ours)
      return {}
    })
  }
})

test('a sandbox that was made before there were roles gets them when it is opened', async () => {
  const file = join(temporaryFolder(), 'sandbox.db')
  const before = openSandbox({file, numbers: 10})
  const {store} = before
  store.collection(permissions).deleteWhere({})
  store.collection(roles).deleteWhere({})
  store.collection(roleGrants).deleteWhere({})
  store.collection(groupMembers).deleteWhere({user_uuid: ben})
  await before.close()
  const sandbox = openSandbox({file})
  onTestFinished(() => sandbox.close())
  const {send, reader} = await both(sandbox)
  expect((await send(createIn(ours), newUser('a'))).status).toBe(202)
  expect((await reader('GET /accounts/accounts')).status).toBe(200)
  expect((await reader(createIn(ours), newUser('b'))).status).toBe(403)
})
