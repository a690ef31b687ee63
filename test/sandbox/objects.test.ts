import {randomUUID} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {type DataObject} from '../../src/lib/objects/data-object.ts'
import {roles} from '../../src/sandbox/auth/records.ts'
import {grantRole} from '../../src/sandbox/auth/roles.ts'
import {objects} from '../../src/sandbox/objects/objects.ts'
import {userGroups} from '../../src/sandbox/records.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {
  seededAccess,
  seededLocationUuid,
  seededMaster,
  seededNeighbour,
  seededReader,
  seededSharing,
} from '../../src/sandbox/seeded-access.ts'
import {joinGroup} from '../../src/sandbox/user-groups.ts'
import {freshSandbox, problemsOf, type Reply, signedIn} from './support.ts'

const {accountUuid: ours, userUuid: ada} = seededAccess
const {userUuid: ben} = seededReader
const {resourceUuid: prices} = seededSharing
const nobody = '00000000-0000-4000-8000-000000000000'
const wanted = {
  name: 'Rota',
  type: 'staff_plan',
  description: 'Who works when',
  content_type: 'application/json',
  content: {monday: ['Ada'], tuesday: []},
  metadata: {week: 3},
}
const one = (uuid: string) => `/objects/objects/${uuid}`
const allowed = (uuid: string, query = '') => `/objects/users/${uuid}/allowed-objects${query}`

type Send = Awaited<ReturnType<typeof signedIn>>

async function people() {
  const sandbox = freshSandbox(10)
  const as = async (user: Parameters<typeof signedIn>[1]) => signedIn(sandbox, user)
  return {sandbox, ada: await as(seededAccess), ben: await as(seededReader), cleo: await as(seededNeighbour)}
}

const created = async (send: Send, path: string, changes: object = {}) =>
  ((await send(`POST /objects/${path}`, {...wanted, ...changes})).json() as DataObject).uuid

const itemsOf = (reply: Reply) => (reply.json() as {items: DataObject[]}).items
const namesOf = (reply: Reply) => itemsOf(reply).map(({name}) => name)

/** Gives a user the letters on an object, as resource groups do. */
function share({store}: Sandbox, object: string, user: string, letters: string): void {
  const actions = [...letters].map((letter) => ({r: 'read', u: 'update', d: 'delete'})[letter])
  const role = store.collection(roles).first({name: `System object role - ${actions.join(', ')}`})
  const group = store.collection(userGroups).put({
    uuid: randomUUID(),
    name: `${letters}: ${object}`,
    ...{description: 'resource group', type: 'user', account_uuid: ours, status: 'Active', default: false},
  })
  joinGroup(store, group.uuid, user)
  grantRole(store, group, role?.uuid ?? '', {type: 'resource', uuid: object})
}

describe('an object', () => {
  test.each(['objects', `users/${ada}/objects`, `accounts/${ours}/objects`])(
    'is created at %s, replaced and deleted',
    async (path) => {
      const {ada: send} = await people()
      const reply = await send(`POST /objects/${path}`, wanted)
      const made = reply.json() as DataObject
      expect([reply.status, made]).toEqual([202, {uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, ...wanted}])
      expect(reply.headers['location']).toMatch(new RegExp(`${one(made.uuid)}$`))
      expect((await send(`GET ${one(made.uuid)}`)).json()).toEqual(made)

      const changed = {uuid: made.uuid, ...wanted, content: {monday: []}}
      const put = await send(`PUT ${one(made.uuid)}`, changed)
      expect([put.status, put.json()]).toEqual([202, changed])
      const bare = await send(`PUT ${one(made.uuid)}`, {name: 'Bare'})
      expect(bare.json()).toEqual({
        uuid: made.uuid,
        name: 'Bare',
        type: 'data_object',
        description: '',
        content_type: 'application/json',
        content: {},
        metadata: {},
      })
      expect((await send(`GET ${one(made.uuid)}`)).json()).toEqual(bare.json())

      expect(await send(`DELETE ${one(made.uuid)}`)).toMatchObject({status: 202, text: ''})
      for (const method of ['GET', 'PUT', 'DELETE']) {
        expect((await send(`${method} ${one(made.uuid)}`, method === 'PUT' ? wanted : undefined)).status).toBe(404)
      }
    },
  )

  test.each([
    [{name: ''}, 'name is required'],
    [{content: 'x'}, 'content must be an object'],
    [{metadata: []}, 'metadata must be an object'],
    [{type: {}}, 'type must be a string'],
  ])('is refused with %o', async (changes, problem) => {
    const {ada: send} = await people()
    const reply = await send('POST /objects/objects', {...wanted, ...changes})
    expect([reply.status, problemsOf(reply)]).toEqual([400, [problem]])
    expect(problemsOf(await send(`PUT ${one(prices)}`, {...wanted, ...changes}))).toEqual([problem])
    expect((await send(`GET ${one(prices)}`)).json()).toMatchObject({name: 'Price list'})
  })

  test('keeps its uuid', async () => {
    const {ada: send} = await people()
    const reply = await send(`PUT ${one(prices)}`, {...wanted, uuid: nobody})
    expect([reply.status, problemsOf(reply)]).toEqual([400, ['uuid cannot be changed']])
  })

  test('is made only for accounts and users that are visible', async () => {
    const {ada: send, ben: reader} = await people()
    expect((await send(`POST /objects/accounts/${seededNeighbour.accountUuid}/objects`, wanted)).status).toBe(404)
    expect((await send(`POST /objects/users/${seededNeighbour.userUuid}/objects`, wanted)).status).toBe(404)
    expect((await reader('POST /objects/objects', wanted)).status).toBe(403)
  })
})

describe('what a user is allowed to see', () => {
  test('are their own objects, those of their account, and those that are shared with them', async () => {
    const {sandbox, ada: send, ben: reader, cleo} = await people()
    expect(namesOf(await send(`GET ${allowed(ada)}`))).toEqual(['Price list', 'Notes', 'Colours'])
    expect(namesOf(await reader(`GET ${allowed(ben)}`))).toEqual(['Price list', 'Shortcuts', 'Colours'])
    expect(namesOf(await cleo(`GET ${allowed(seededNeighbour.userUuid)}`))).toEqual([])

    const mine = await created(send, `users/${ada}/objects`)
    await created(send, `accounts/${seededLocationUuid}/objects`, {name: 'Below'})
    await created(send, 'objects', {name: 'Everybody'})
    expect(namesOf(await send(`GET ${allowed(ada)}`))).toEqual(['Price list', 'Notes', 'Colours', 'Rota'])
    share(sandbox, mine, seededNeighbour.userUuid, 'r')
    expect(namesOf(await cleo(`GET ${allowed(seededNeighbour.userUuid)}`))).toEqual(['Rota'])
    share(sandbox, mine, ben, 'ud')
    expect(namesOf(await reader(`GET ${allowed(ben)}`))).not.toContain('Rota')
  })

  test('may be looked at by those who may read in the account of the user', async () => {
    const {sandbox, ada: send, ben: reader} = await people()
    const master = await signedIn(sandbox, seededMaster)
    for (const look of [send, reader, master]) {
      expect(namesOf(await look(`GET ${allowed(ben)}`))).toContain('Shortcuts')
    }
    expect((await send(`GET ${allowed(seededNeighbour.userUuid)}`)).status).toBe(404)
    expect((await send(`GET ${allowed(nobody)}`)).status).toBe(404)
  })

  test.each([
    ['type=branding', ['Colours']],
    ['name=Notes&type=data_object', ['Notes']],
    ['name=Notes&type=branding', []],
    ['sort=name', ['Colours', 'Notes', 'Price list']],
    ['sort=-name&limit=2', ['Price list', 'Notes']],
    ['sort=content&currency=USD', ['Price list', 'Notes', 'Colours']],
    ['content_type=application/json&offset=1', ['Notes', 'Colours']],
  ])('is selected and sorted by %s', async (query, names) => {
    const {ada: send} = await people()
    expect(namesOf(await send(`GET ${allowed(ada, `?${query}`)}`))).toEqual(names)
  })

  test('comes in pages, and with content only when asked', async () => {
    const {ada: send} = await people()
    const page = await send(`GET ${allowed(ada, '?limit=1&offset=1')}`)
    expect(page.json()).toMatchObject({metadata: {total: 3, offset: 1, count: 1, limit: 1}})
    expect(itemsOf(page)[0]).not.toHaveProperty('content')
    expect(itemsOf(await send(`GET ${allowed(ada, '?load_content=false')}`))[0]).not.toHaveProperty('content')
    const whole = await send(`GET ${allowed(ada, '?load_content=true')}`)
    expect(itemsOf(whole)[0]?.content).toMatchObject({currency: 'USD'})
  })
})

test('objects of everybody are listed by type, for everybody', async () => {
  const {ada: send, cleo} = await people()
  await created(send, 'objects', {name: 'Also'})
  const of = (type: string) => `GET /objects/objects?sort=name&type=${type}`
  expect(namesOf(await cleo(of('data_object')))).toEqual(['Public holidays'])
  expect(namesOf(await cleo(of('staff_plan')))).toEqual(['Also'])
  expect(namesOf(await cleo(of('branding')))).toEqual([])
})

describe('who may change an object', () => {
  const statuses = async (send: Send, uuid: string) => [
    (await send(`GET ${one(uuid)}`)).status,
    (await send(`PUT ${one(uuid)}`, wanted)).status,
    (await send(`DELETE ${one(uuid)}`)).status,
  ]

  test.each([
    ['rud', [200, 202, 202]],
    ['ru', [200, 202, 403]],
    ['rd', [200, 403, 202]],
    ['r', [200, 403, 403]],
    ['ud', [403, 202, 202]],
    ['', [404, 404, 404]],
  ])('of somebody else: with the letters “%s” it is %j', async (letters, expected) => {
    const {sandbox, ada: send, cleo} = await people()
    const uuid = await created(send, `users/${ada}/objects`)
    if (letters !== '') share(sandbox, uuid, seededNeighbour.userUuid, letters)
    expect(await statuses(cleo, uuid)).toEqual(expected)
  })

  test('are its owner, whatever else they may do, and administrators of their account', async () => {
    const {sandbox, ada: send, ben: reader} = await people()
    const theirs = await created(send, `users/${ben}/objects`)
    const mine = await created(send, `users/${ada}/objects`)
    expect(await statuses(reader, theirs)).toEqual([200, 202, 202])
    expect(await statuses(reader, mine)).toEqual([200, 403, 403])
    expect(await statuses(await signedIn(sandbox, seededMaster), mine)).toEqual([200, 202, 202])
  })

  test('of an account or of everybody are administrators', async () => {
    const {ada: send, ben: reader, cleo} = await people()
    const [account, global] = [await created(send, `accounts/${ours}/objects`), await created(send, 'objects')]
    expect(await statuses(reader, account)).toEqual([200, 403, 403])
    expect(await statuses(cleo, account)).toEqual([404, 404, 404])
    expect(await statuses(reader, global)).toEqual([200, 403, 403])
    expect(await statuses(send, account)).toEqual([200, 202, 202])
    expect(await statuses(cleo, global)).toEqual([200, 202, 202])
  })

  test('is told by name in a refusal', async () => {
    const {ben: reader} = await people()
    expect((await reader(`DELETE ${one(prices)}`)).json()).toMatchObject({
      code: 403,
      message: `The permission object.delete on object ${prices} is missing.`,
    })
  })
})

test('objects go with their user, and with their account', async () => {
  const {sandbox, ada: send} = await people()
  await created(send, `accounts/${seededLocationUuid}/objects`)
  await send(`DELETE /accounts/accounts/${seededLocationUuid}`)
  await send(`DELETE /identity/identities/${ben}`)
  const left = sandbox.store.collection(objects).find()
  expect(left.map(({name}) => name)).toEqual(['Price list', 'Notes', 'Colours', 'Public holidays'])
})
