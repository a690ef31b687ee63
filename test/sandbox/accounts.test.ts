import {describe, expect, test} from 'vitest'
import {groupMembers, identities, userGroups} from '../../src/sandbox/records.ts'
import {
  accountUuid,
  seededAccess,
  seededLocationUuid,
  seededNeighbour,
  seededReader,
} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, type Reply, signedIn} from './support.ts'

interface AccountReply {
  uuid: string
  number: string | number
  contacts: {uuid: string; first_name?: string}[]
  relationships: {items: object[]}
}

const {accountUuid: ours} = seededAccess
const foreign = [seededNeighbour.accountUuid, accountUuid('Suncoast Voice'), seededAccess.userUuid]
const ourReference = {uuid: ours, name: 'Sunrise Dental', type: 'Customer'}

const json = (reply: Reply) => reply.json() as AccountReply
const names = (reply: Reply) => (reply.json() as {items: {name: string}[]}).items.map((item) => item.name)

/** A request to make an account below the default one. */
const wanted = {
  name: 'Sunrise Dental Osprey',
  number: '1113',
  type: 'Location',
  description: 'The new one',
  parent_uuid: ours,
  reference: 'r-1',
  address: {line1: '1 Palm Ave', city: 'Osprey', state: 'FL', postal_code: '34229', country: 'US'},
  contacts: [{id: 'x', type: 'primary', first_name: 'Eve', last_name: 'Lund', email: 'eve@sunrise.example'}],
} as const

async function administrator() {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  return {sandbox, send, create: (changes: object = {}) => send('POST /accounts/accounts', {...wanted, ...changes})}
}

describe('making an account', () => {
  test('answers 202 with the account and where it is', async () => {
    const {send, create} = await administrator()
    const reply = await create()
    const account = json(reply)
    expect(reply.status).toBe(202)
    expect(reply.headers['location']).toMatch(new RegExp(`/accounts/accounts/${account.uuid}$`))
    const {
      contacts: [contact],
      ...rest
    } = wanted
    expect(account).toMatchObject({
      ...rest,
      status: 'Active',
      contacts: [
        {type: 'primary', first_name: contact.first_name, uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string},
      ],
      relationships: {items: [{type: 'parent', source: {uuid: account.uuid, type: 'Location'}, target: ourReference}]},
    })
    expect((await send(`GET /accounts/accounts/${account.uuid}`)).json()).toEqual(account)
    expect(names(await send('GET /accounts/accounts'))).toContain(wanted.name)
    expect(names(await send(`GET /accounts/accounts/${ours}/children`))).toContain(wanted.name)
    expect((await send(`GET /accounts/accounts/${ours}/relationships`)).json()).toMatchObject({metadata: {total: 4}})
  })

  test('makes a default group of each kind', async () => {
    const {sandbox, create} = await administrator()
    const {uuid} = json(await create())
    const groups = sandbox.store.collection(userGroups).find({where: {account_uuid: uuid}})
    expect(groups.map((group) => [group.type, group.default])).toEqual([
      ['admin', true],
      ['user', true],
    ])
  })

  test('needs no more than a name and a parent', async () => {
    const {send} = await administrator()
    const reply = await send('POST /accounts/accounts', {name: 'Bare', parent_uuid: ours})
    expect(reply.json()).toMatchObject({name: 'Bare', type: 'Customer', status: 'Active', contacts: [], address: {}})
  })

  test('keeps a number as it was sent', async () => {
    const {create} = await administrator()
    expect(json(await create({number: 4711})).number).toBe(4711)
  })

  test.each([
    ['no parent', {parent_uuid: undefined}, 'parent_uuid', 'is required'],
    ['a parent that is no uuid', {parent_uuid: 'top'}, 'parent_uuid', 'must be a uuid'],
    ['no name', {name: ''}, 'name', 'is required'],
    ['an unknown type', {type: 'Shop'}, 'type', 'must be one of MasterReseller, Reseller, Customer, Location'],
    ['an unknown status', {status: 'Asleep'}, 'status', 'must be one of Active, Inactive'],
    ['a number that is none', {number: {}}, 'number', 'must be a string or a number'],
    ['an address that is text', {address: 'here'}, 'address', 'must be an object'],
    ['a city that is none', {address: {city: []}}, 'address', 'has a city that must be a string'],
    ['contacts that are no list', {contacts: {}}, 'contacts', 'must be an array'],
    ['a contact that is none', {contacts: [{}, 5]}, 'contacts', 'element 1 must be an object'],
  ])('with %s is refused', async (_what, changes, field, message) => {
    const {send, create} = await administrator()
    const reply = await create(changes)
    expect([reply.status, reply.json()]).toMatchObject([400, {details: [{field, message}]}])
    expect((await send('GET /accounts/accounts')).json()).toMatchObject({metadata: {total: 3}})
  })

  test.each(foreign)('below %s, which is not visible, is refused', async (parent) => {
    const {create} = await administrator()
    expect((await create({parent_uuid: parent})).status).toBe(404)
  })

  test.each(['1110', 1110, '1210'])('with the number %o of another account is refused', async (number) => {
    const {create} = await administrator()
    expect(await create({number})).toMatchObject({status: 409})
  })
})

describe('changing an account', () => {
  test('merges what is sent into what is there', async () => {
    const {send, create} = await administrator()
    const before = json(await create())
    const reply = await send(`PUT /accounts/accounts/${before.uuid}`, {description: '', reference: 'r-2'})
    expect(reply.status).toBe(202)
    expect(reply.headers['location']).toMatch(new RegExp(`/accounts/accounts/${before.uuid}$`))
    expect(reply.json()).toEqual({...before, description: '', reference: 'r-2'})
    expect((await send(`GET /accounts/accounts/${before.uuid}`)).json()).toEqual(reply.json())
  })

  test('takes the account as it was read back', async () => {
    const {send, create} = await administrator()
    const before = json(await create())
    const reply = await send(`PUT /accounts/accounts/${before.uuid}`, {...before, name: 'Renamed'})
    expect(reply.json()).toMatchObject({...before, name: 'Renamed', relationships: {}})
  })

  test('keeps the uuids of contacts that stay, gives new ones to others, and removes all when told', async () => {
    const {send, create} = await administrator()
    const {
      uuid,
      contacts: [first],
    } = json(await create())
    const put = async (contacts: object[]) => json(await send(`PUT /accounts/accounts/${uuid}`, {contacts})).contacts
    const [kept, added] = await put([
      {...first, first_name: 'Eva'},
      {uuid: seededAccess.userUuid, first_name: 'New'},
    ])
    expect(kept).toMatchObject({uuid: first?.uuid, first_name: 'Eva'})
    expect(added?.uuid).toMatch(/^[0-9a-f-]{36}$/)
    expect(added?.uuid).not.toBe(seededAccess.userUuid)
    expect(await put([])).toEqual([])
  })

  test.each(['name', 'number', 'description', 'address', 'parent_uuid'])(
    'to have no %s is refused, and not passed over',
    async (field) => {
      const {send} = await administrator()
      const path = `/accounts/accounts/${seededLocationUuid}`
      const before = json(await send(`GET ${path}`))
      const reply = await send(`PUT ${path}`, {...before, [field]: null})
      expect([reply.status, problemsOf(reply)]).toEqual([400, [`${field} cannot be null`]])
      expect(json(await send(`GET ${path}`))).toEqual(before)
    },
  )

  test('to the number of another account, or to another parent, is refused', async () => {
    const {send, create} = await administrator()
    const {uuid, number} = json(await create())
    const status = async (body: object) => (await send(`PUT /accounts/accounts/${uuid}`, body)).status
    expect(await status({number: '1111'})).toBe(409)
    expect(await status({number})).toBe(202)
    expect(await status({parent_uuid: seededLocationUuid})).toBe(400)
    expect(await status({parent_uuid: ours})).toBe(202)
    expect(await status({type: 'Shop'})).toBe(400)
    expect(await status({name: ''})).toBe(400)
  })
})

describe('suspending and reinstating', () => {
  test('set the status, and may be repeated', async () => {
    const {send} = await administrator()
    const status = async () => (await send(`GET /accounts/accounts/${seededLocationUuid}`)).json()
    for (const [verb, expected] of [
      ['suspend', 'Inactive'],
      ['suspend', 'Inactive'],
      ['reinstate', 'Active'],
    ] as const) {
      const reply = await send(`POST /accounts/accounts/${seededLocationUuid}/${verb}`)
      expect(reply).toMatchObject({status: 204, text: ''})
      expect(reply.headers).not.toHaveProperty('content-type')
      expect(await status()).toMatchObject({status: expected})
    }
  })
})

describe('deleting an account', () => {
  test('removes it everywhere, with its users and groups', async () => {
    const {sandbox, send, create} = await administrator()
    const {uuid} = json(await create())
    const {store} = sandbox
    const user = {username: 'u@osprey.example', first_name: 'U', last_name: 'V'}
    expect((await send(`POST /identity/accounts/${uuid}/identities`, user)).status).toBe(202)

    const reply = await send(`DELETE /accounts/accounts/${uuid}`)
    expect(reply).toMatchObject({status: 202, text: ''})
    expect(reply.headers['location']).toMatch(new RegExp(`/accounts/accounts/${uuid}$`))
    expect(reply.headers).not.toHaveProperty('content-type')
    expect((await send(`GET /accounts/accounts/${uuid}`)).status).toBe(404)
    expect((await send(`DELETE /accounts/accounts/${uuid}`)).status).toBe(404)
    expect(names(await send('GET /accounts/accounts'))).not.toContain(wanted.name)
    expect((await send(`GET /accounts/accounts/${ours}/relationships`)).json()).toMatchObject({metadata: {total: 3}})
    expect(store.collection(identities).first({username: user.username})).toBeUndefined()
    expect(store.collection(userGroups).count({where: {account_uuid: uuid}})).toBe(0)
    expect(store.collection(groupMembers).count()).toBeGreaterThan(0)
  })

  test('frees its number', async () => {
    const {send, create} = await administrator()
    await send(`DELETE /accounts/accounts/${json(await create()).uuid}`)
    expect((await create()).status).toBe(202)
  })

  test('is refused while it has children', async () => {
    const {send} = await administrator()
    const reply = await send(`DELETE /accounts/accounts/${ours}`)
    expect([reply.status, reply.json()]).toMatchObject([
      409,
      {message: 'The account has child accounts. Delete them first.', details: [/Downtown/, /Venice/].map(matching)},
    ])
    expect((await send(`GET /accounts/accounts/${ours}`)).status).toBe(200)
  })

  test('is refused while it has phone numbers', async () => {
    const sandbox = freshSandbox()
    const send = await signedIn(sandbox)
    const [number = ''] = sandbox.store.numbers.available({}, 1)
    sandbox.store.numbers.provision(number, {account_uuid: seededLocationUuid}, 0)
    const status = async () => (await send(`DELETE /accounts/accounts/${seededLocationUuid}`)).status
    expect(await status()).toBe(409)
    sandbox.store.numbers.release(number)
    expect(await status()).toBe(202)
  })
})

describe('a user who may only read', () => {
  test.each([
    ['POST /accounts/accounts', 'create'],
    [`PUT /accounts/accounts/${ours}`, 'update'],
    [`DELETE /accounts/accounts/${seededLocationUuid}`, 'delete'],
    [`POST /accounts/accounts/${seededLocationUuid}/suspend`, 'create'],
    ['POST /accounts/relationships', 'create'],
  ])('is refused %s', async (request, action) => {
    const send = await signedIn(freshSandbox(10), seededReader)
    expect((await send(request, {})).json()).toMatchObject({
      code: 403,
      message: `The permission account.${action} is missing.`,
    })
    expect(names(await send('GET /accounts/accounts'))).toHaveLength(3)
  })
})

function matching(pattern: RegExp): string {
  return expect.stringMatching(pattern) as string
}
