import {describe, expect, test} from 'vitest'
import {groupMembers, identities} from '../../src/sandbox/records.ts'
import {
  seededAccess,
  seededLocationUuid,
  seededMaster,
  seededNeighbour,
  seededReader,
} from '../../src/sandbox/seeded-access.ts'
import {administratorOf, namesIn} from './auth-support.ts'
import {problemsOf, type Reply, signedIn} from './support.ts'

const {accountUuid: ours, userUuid: ada} = seededAccess
const {userUuid: ben} = seededReader
const collection = `/auth/accounts/${ours}/user-groups`
const nobody = '00000000-0000-4000-8000-000000000000'

interface Group {
  uuid: string
  name: string
  total_members: number
}

const administrator = () => administratorOf(collection)

const uuids = (reply: Reply) => (reply.json() as {items: Group[]}).items.map(({uuid}) => uuid)

describe('a group', () => {
  test('is made with members in a plain array, and read with a list of them', async () => {
    const {send, create} = await administrator()
    const reply = await create({name: 'Crew', description: 'Nights', users: [ada, ben, ada]})
    const {uuid} = reply.json() as Group
    const group = {
      uuid,
      name: 'Crew',
      description: 'Nights',
      type: 'user',
      account_uuid: ours,
      status: 'Active',
      total_members: 2,
    }
    const members = [
      {uuid: ada, type: 'user'},
      {uuid: ben, type: 'user'},
    ]
    expect(reply.status).toBe(202)
    expect(reply.headers['location']).toMatch(new RegExp(`/auth/user-groups/${uuid}$`))
    expect(reply.json()).toEqual({...group, members})
    const metadata = {total: 2, offset: 0, count: 2, limit: 100}
    expect((await send(`GET /auth/user-groups/${uuid}`)).json()).toEqual({
      ...group,
      members: {items: members, metadata},
    })
    expect(namesIn(await send(`GET ${collection}?name=Crew`))).toEqual(['Crew'])
  })

  test('shows as many members as are asked for, whatever else the query says', async () => {
    const {send, created} = await administrator()
    const uuid = await created({name: 'Crew', users: [ada, ben]})
    const read = async (query: string) => (await send(`GET /auth/user-groups/${uuid}?${query}`)).json()
    expect(await read('members_limit=1&trace=x&id=y')).toMatchObject({
      members: {items: [{uuid: ada}], metadata: {total: 2, count: 1, limit: 1}},
    })
    expect(await read('expand=members&members_limit=999')).toMatchObject({members: {metadata: {limit: 999}}})
  })

  test('needs a name, and users who exist and are seen', async () => {
    const {create} = await administrator()
    expect(problemsOf(await create({users: [null]}))).toEqual(['name is required', 'users element 0 is required'])
    expect(problemsOf(await create({name: 'Crew', users: [ada, nobody, seededNeighbour.userUuid]}))).toEqual([
      `users unknown: ${nobody}, ${seededNeighbour.userUuid}`,
    ])
  })

  test('is renamed, and the reply shows it', async () => {
    const {send, created} = await administrator()
    const uuid = await created({name: 'Crew', description: 'Nights'})
    const reply = await send(`POST /auth/user-groups/${uuid}/modify`, {name: 'Watch', uuid: nobody})
    expect(reply).toMatchObject({status: 202})
    expect(reply.json()).toMatchObject({uuid, name: 'Watch', description: 'Nights'})
    expect(namesIn(await send(`GET ${collection}?name=Crew`))).toEqual([])
  })

  test('is deactivated and reactivated', async () => {
    const {send, created} = await administrator()
    const uuid = await created({name: 'Crew'})
    for (const [verb, status] of [
      ['deactivate', 'Inactive'],
      ['reactivate', 'Active'],
    ]) {
      expect((await send(`POST /auth/user-groups/${uuid}/${verb}`)).status).toBe(202)
      expect(uuids(await send(`GET ${collection}?status=${status}`))).toContain(uuid)
    }
  })

  test('is deleted with its memberships; what has it says so', async () => {
    const {sandbox, send, created} = await administrator()
    const uuid = await created({name: 'Crew', users: [ada]})
    const reply = await send(`DELETE /auth/user-groups/${uuid}`)
    expect(reply).toMatchObject({status: 202, text: ''})
    expect(sandbox.store.collection(groupMembers).count({where: {group_uuid: uuid}})).toBe(0)
    for (const request of ['GET', 'DELETE'])
      expect((await send(`${request} /auth/user-groups/${uuid}`)).status).toBe(404)
  })

  test('that is a default one stays', async () => {
    const {send} = await administrator()
    for (const uuid of uuids(await send(`GET ${collection}?default=true`))) {
      expect((await send(`DELETE /auth/user-groups/${uuid}`)).status).toBe(409)
    }
  })

  test('of an account that is not visible does not exist', async () => {
    const {sandbox, created} = await administrator()
    const uuid = await created({name: 'Crew'})
    const theirs = await signedIn(sandbox, seededNeighbour)
    for (const request of [
      `GET /auth/user-groups/${uuid}`,
      `GET /auth/user-groups/${uuid}/users`,
      `POST /auth/user-groups/${uuid}/users`,
      `DELETE /auth/user-groups/${uuid}`,
    ]) {
      expect((await theirs(request, request.startsWith('GET') ? undefined : {users: []})).json()).toMatchObject({
        code: 404,
        message: `Group ${uuid} was not found.`,
      })
    }
    expect((await theirs(`GET ${collection}`)).status).toBe(404)
  })
})

describe('members', () => {
  test('come in with the number of before in the reply, each once', async () => {
    const {send, created} = await administrator()
    const uuid = await created({name: 'Crew', users: [ada]})
    const add = (users: unknown) => send(`POST /auth/user-groups/${uuid}/users`, {users})
    expect((await add([ben, ada])).json()).toMatchObject({uuid, total_members: 1})
    expect((await add([ben])).json()).toMatchObject({total_members: 2})
    expect((await add([])).status).toBe(202)
    expect(problemsOf(await add(undefined))).toEqual(['users is required'])
    expect(problemsOf(await add([nobody]))).toEqual([`users unknown: ${nobody}`])
  })

  test('are listed page by page', async () => {
    const {send, created} = await administrator()
    const uuid = await created({name: 'Crew', users: [ada, ben]})
    const page = async (query: string) => (await send(`GET /auth/user-groups/${uuid}/users?${query}`)).json()
    expect(await page('offset=1&limit=1')).toEqual({
      items: [{uuid: ben, type: 'user'}],
      metadata: {total: 2, offset: 1, count: 1, limit: 1},
    })
    expect(await page('expand=members.type&trace=x')).toMatchObject({metadata: {total: 2, limit: 10}})
  })

  test('go at once, also those who were not there', async () => {
    const {send, created} = await administrator()
    const uuid = await created({name: 'Crew', users: [ada, ben]})
    const remove = (users: string[]) => send(`POST /auth/user-groups/${uuid}/users/remove`, {users})
    expect(await remove([ben, nobody])).toMatchObject({status: 202})
    expect(uuids(await send(`GET /auth/user-groups/${uuid}/users`))).toEqual([ada])
    expect((await remove([])).status).toBe(202)
  })

  test('who are deleted vanish from it at once', async () => {
    const {send, created} = await administrator()
    const uuid = await created({name: 'Crew', users: [ada, ben]})
    await send(`DELETE /identity/identities/${ben}`)
    expect(uuids(await send(`GET /auth/user-groups/${uuid}/users`))).toEqual([ada])
    expect((await send(`GET /auth/user-groups/${uuid}`)).json()).toMatchObject({total_members: 1})
  })
})

describe('lists of groups', () => {
  test('have the groups of all accounts that are seen, or of one', async () => {
    const {sandbox, send} = await administrator()
    const {metadata} = (await send('GET /auth/user-groups')).json() as {metadata: {total: number}}
    const perAccount = await send(`GET /auth/accounts/${seededLocationUuid}/user-groups`)
    expect(namesIn(perAccount)).toEqual(['default admin group', 'default user group'])
    expect(metadata.total).toBe(12)
    const master = await signedIn(sandbox, seededMaster)
    expect((await master('GET /auth/user-groups')).json()).toMatchObject({metadata: {total: 22}})
  })

  test.each(['user_uuid', 'member_uuid'])('have those of one user, by %s', async (key) => {
    const {send} = await administrator()
    expect(namesIn(await send(`GET /auth/user-groups?${key}=${ben}`))).toEqual([
      'default user group',
      'chat Front desk',
      'r: cca839d3-8075-5f80-b7ce-d59cc980a7b3',
    ])
    expect(namesIn(await send(`GET ${collection}?${key}=${nobody}`))).toEqual([])
  })

  test('are filtered by exact values, names with commas, too', async () => {
    const {send, created} = await administrator()
    await created({name: 'Crew, nights', description: 'late'})
    expect(namesIn(await send(`GET ${collection}?name=${encodeURIComponent('Crew, nights')}`))).toEqual([
      'Crew, nights',
    ])
    expect(namesIn(await send(`GET /auth/user-groups?description=late`))).toEqual(['Crew, nights'])
    expect(namesIn(await send(`GET ${collection}?type=admin`))).toEqual(['default admin group'])
    expect(namesIn(await send(`GET ${collection}?default=true`))).toEqual(['default admin group', 'default user group'])
  })

  test('are sorted when the query says so', async () => {
    const {send} = await administrator()
    const sorted = async (sort: string) => namesIn(await send(`GET ${collection}?limit=100&sort=${sort}`))
    const ascending = await sorted('name')
    expect(ascending).toEqual(ascending.toSorted((a, b) => a.localeCompare(b)))
    expect(await sorted('-name')).toEqual(ascending.toReversed())
    expect((await sorted('nothing')).toSorted()).toEqual(ascending.toSorted())
  })

  test('bring members along when they are asked for', async () => {
    const {send} = await administrator()
    expect((await send(`GET /auth/user-groups?name=Front%20desk&expand=members&member_limit=5`)).json()).toMatchObject({
      items: [{name: 'Front desk', members: {items: [{uuid: ada}], metadata: {limit: 5}}}],
    })
  })
})

test('a new user is in the default group of users, and may read', async () => {
  const {sandbox, send} = await administrator()
  const password = 'long-enough'
  const body = {username: 'finn@sunrise.example', first_name: 'Finn', last_name: 'Berg', password}
  const {uuid} = (await send(`POST /identity/accounts/${ours}/identities`, body)).json() as Group
  expect(namesIn(await send(`GET ${collection}?user_uuid=${uuid}`))).toEqual(['default user group'])
  const {email} = sandbox.store.collection(identities).get(uuid)!
  const finn = await signedIn(sandbox, {...seededReader, email, password})
  expect((await finn(`GET ${collection}`)).status).toBe(200)
  expect((await finn(`POST ${collection}`, {name: 'X'})).json()).toMatchObject({
    message: 'The permission auth.create is missing.',
  })
})
