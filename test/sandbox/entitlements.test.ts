import {describe, expect, test} from 'vitest'
import {type Entitlement} from '../../src/lib/entitlements/entitlement.ts'
import {type Product} from '../../src/lib/entitlements/product.ts'
import {entitlements} from '../../src/sandbox/entitlements/entitlements.ts'
import {productBans} from '../../src/sandbox/entitlements/products.ts'
import {seededAccess, seededLocationUuid, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, type Reply, signedIn} from './support.ts'

const {accountUuid: ours, userUuid: admin} = seededAccess
const nobody = '00000000-0000-4000-8000-000000000000'
const bulk = '/entitlements/users/entitlements/bulk'
const ofUser = (uuid: string, path = '') => `/entitlements/users/${uuid}/entitlements${path}`
const disabled = (kind: string, path = '', account = ours) => `/entitlements/accounts/${account}/disable/${kind}${path}`

async function administrator() {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const list = async <Item>(path: string) => ((await send(`GET ${path}`)).json() as {items: Item[]}).items
  const [catalogue, theirs] = [await list<Product>('/entitlements/products'), await list<Entitlement>(ofUser(admin))]
  const product = (name: string) => catalogue.find((one) => one.name === name)!
  const grant = (...changes: object[]) =>
    send(
      `POST ${bulk}`,
      changes.map((change) => ({
        account_uuid: ours,
        user_uuid: seededReader.userUuid,
        product_uuid: product('Meetings').uuid,
        ...change,
      })),
    )
  return {sandbox, send, list, catalogue, product, theirs, grant}
}

const uuidsOf = (reply: Reply) => (reply.json() as {uuids: string[]}).uuids

describe('the catalogue', () => {
  test('lists products, whole and by filters, with exact metadata', async () => {
    const {send, list, catalogue, product} = await administrator()
    expect(catalogue.map(({name}) => name)).toContain('Curbside pickup')
    expect((await send('GET /entitlements/products?limit=2&offset=1')).json()).toMatchObject({
      items: catalogue.slice(1, 3),
      metadata: {total: catalogue.length, offset: 1, count: 2, limit: 2},
    })
    const {application_uuid: outreach} = product('Mass contact')
    const some = await list<Product>(`/entitlements/products?application_uuid=${outreach}&trace=x`)
    expect(some.map(({name}) => name)).toEqual(['Mass contact', 'Emergency broadcast'])
    expect(await list('/entitlements/products?type=cwa_meeting')).toEqual([product('Meetings')])
    expect(await list('/entitlements/products?type=cwa_none')).toEqual([])
  })

  test('shows one product, which a PUT replaces', async () => {
    const {send, product} = await administrator()
    const meetings = product('Meetings')
    const path = `/entitlements/products/${meetings.uuid}`
    expect((await send(`GET ${path}`)).json()).toEqual(meetings)
    const {application_uuid} = meetings
    const reply = await send(`PUT ${path}`, {name: 'Huddles', type: 'cwa_huddle', application_uuid, active: false})
    const changed = {uuid: meetings.uuid, name: 'Huddles', type: 'cwa_huddle', application_uuid, active: false}
    expect([reply.status, reply.json()]).toEqual([200, changed])
    expect((await send(`GET ${path}`)).json()).toEqual(changed)
  })

  test.each([
    [{name: ''}, 'name is required'],
    [{type: undefined}, 'type is required'],
    [{application_uuid: 'x'}, 'application_uuid must be a uuid'],
    [{active: 'yes'}, 'active must be true or false'],
    [{uuid: nobody}, 'uuid cannot be changed'],
  ])('refuses a product with %o', async (change, problem) => {
    const {send, product} = await administrator()
    const meetings = product('Meetings')
    const reply = await send(`PUT /entitlements/products/${meetings.uuid}`, {...meetings, ...change})
    expect([reply.status, problemsOf(reply)]).toEqual([400, [problem]])
    expect((await send(`GET /entitlements/products/${meetings.uuid}`)).json()).toEqual(meetings)
  })

  test('has no products but its own', async () => {
    const {send, product} = await administrator()
    expect((await send(`GET /entitlements/products/${nobody}`)).status).toBe(404)
    expect((await send(`PUT /entitlements/products/${nobody}`, product('Meetings'))).status).toBe(404)
  })
})

describe('entitlements', () => {
  test('are granted to many at once, pending, and found by user and account', async () => {
    const {grant, list, product} = await administrator()
    const {uuid: meetings} = product('Meetings')
    const reply = await grant({metadata: {seat: 7}}, {user_uuid: admin})
    expect(reply.status).toBe(200)
    const [first = '', second = ''] = uuidsOf(reply)
    expect(await list(ofUser(seededReader.userUuid, `?product_uuid=${meetings}`))).toEqual([
      {
        uuid: first,
        user_uuid: seededReader.userUuid,
        account_uuid: ours,
        product_uuid: meetings,
        status: 'pending',
        metadata: {seat: 7},
      },
    ])
    const inAccount = await list<Entitlement>(
      `/entitlements/accounts/${ours}/entitlements?product_uuid=${meetings}&status=pending`,
    )
    expect(inAccount.map(({uuid}) => uuid)).toEqual([first, second])
    expect(inAccount[1]).toMatchObject({user_uuid: admin, metadata: {}})
    const ofReader = `/entitlements/accounts/${ours}/entitlements?user_uuid=${seededReader.userUuid}`
    expect(await list(ofReader)).toHaveLength(2)
  })

  test('become active, and stay so', async () => {
    const {send, theirs} = await administrator()
    const pending = theirs.find(({status}) => status === 'pending')!
    for (let time = 0; time < 2; time++) {
      const reply = await send(`POST ${ofUser(admin, `/${pending.uuid}/activate`)}`, {})
      expect([reply.status, reply.json()]).toEqual([200, {...pending, status: 'active'}])
    }
    expect((await send(`POST ${ofUser(seededReader.userUuid, `/${pending.uuid}/activate`)}`, {})).status).toBe(404)
    expect((await send(`POST ${ofUser(admin, `/${nobody}/activate`)}`, {})).status).toBe(404)
  })

  test.each([
    ['status=pending', ['Mass contact']],
    ['product_type=cwa_curbside', ['Curbside pickup']],
    ['product_type=cwa_none', []],
    ['product_type=cwa_curbside&status=pending', []],
    [`account_uuid=${ours}`, ['Curbside pickup', 'Mass contact']],
    [`account_uuid=${seededLocationUuid}`, []],
    ['user_uuid=whoever&trace=x&limit=1', ['Curbside pickup']],
  ])('of a user are selected by %s', async (query, names) => {
    const {list} = await administrator()
    const found = await list<Entitlement>(ofUser(admin, `?include=product&${query}`))
    expect(found.map(({product}) => product?.name)).toEqual(names)
  })

  test('show their product only when asked', async () => {
    const {theirs} = await administrator()
    expect(theirs[0]).not.toHaveProperty('product')
  })

  test('are removed many at once, with a DELETE that has a body, or not at all', async () => {
    const {send, list, theirs} = await administrator()
    const uuids = theirs.map(({uuid}) => uuid)
    expect((await send(`DELETE ${bulk}`, [...uuids, nobody])).status).toBe(404)
    expect(await list(ofUser(admin))).toHaveLength(2)
    const reply = await send(`DELETE ${bulk}`, uuids)
    expect([reply.status, uuidsOf(reply)]).toEqual([200, uuids])
    expect(await list(ofUser(admin))).toEqual([])
    expect((await send(`DELETE ${bulk}`, uuids)).status).toBe(404)
  })

  test.each([
    ['an object', {a: 1}],
    ['nothing', []],
  ])('are not granted or removed for %s', async (_what, body) => {
    const {send} = await administrator()
    expect((await send(`POST ${bulk}`, body)).status).toBe(400)
    expect((await send(`DELETE ${bulk}`, body)).status).toBe(400)
  })

  test.each([
    [{user_uuid: undefined}, 400, 'user_uuid is required'],
    [{product_uuid: 'x'}, 400, 'product_uuid must be a uuid'],
    [{metadata: 'x'}, 400, 'metadata must be an object'],
    [{account_uuid: seededLocationUuid}, 400, 'account_uuid is not the one of the user'],
    [{account_uuid: seededNeighbour.accountUuid}, 404],
    [{user_uuid: seededNeighbour.userUuid}, 404],
    [{product_uuid: nobody}, 404],
  ])('are all refused when one has %o', async (change, status, ...problems) => {
    const {grant, list} = await administrator()
    const reply = await grant({}, change)
    expect([reply.status, status === 400 ? problemsOf(reply) : []]).toEqual([status, problems])
    expect(await list(ofUser(seededReader.userUuid))).toHaveLength(1)
  })

  test('go with their user', async () => {
    const {sandbox, send} = await administrator()
    await send(`DELETE /identity/identities/${seededReader.userUuid}`)
    expect(sandbox.store.collection(entitlements).count({where: {user_uuid: seededReader.userUuid}})).toBe(0)
  })
})

describe('products that are disabled for an account', () => {
  test('are listed, and listed no more when they are enabled', async () => {
    const {send, list, product} = await administrator()
    const [meetings, archive] = [product('Meetings').uuid, product('Message archive').uuid]
    expect(await list(disabled('products'))).toEqual([{product_uuid: archive}])
    for (let time = 0; time < 2; time++) {
      const reply = await send(`POST ${disabled('products')}`, {product_uuid: meetings})
      expect(reply).toMatchObject({status: 202, text: ''})
    }
    expect(await list(disabled('products'))).toEqual([{product_uuid: archive}, {product_uuid: meetings}])
    expect(await list(disabled('products', `?product_uuid=${meetings}`))).toEqual([{product_uuid: meetings}])
    expect(await list(disabled('products', '', seededLocationUuid))).toEqual([])
    expect(await send(`DELETE ${disabled('products', `/${archive}`)}`)).toMatchObject({status: 204, text: ''})
    expect((await send(`DELETE ${disabled('products', `/${archive}`)}`)).status).toBe(404)
    expect(await list(disabled('products'))).toEqual([{product_uuid: meetings}])
  })

  test('may be disabled by their type', async () => {
    const {send, list} = await administrator()
    expect(await list(disabled('product_types'))).toEqual([{name: 'cwa_broadcast'}])
    expect((await send(`POST ${disabled('product_types')}`, {name: 'of any / kind'})).status).toBe(202)
    expect(await list(disabled('product_types', '?name=of any / kind'.replaceAll(' ', '%20')))).toHaveLength(1)
    expect((await send(`DELETE ${disabled('product_types', '/of%20any%20%2F%20kind')}`)).status).toBe(204)
    expect((await send(`DELETE ${disabled('product_types', '/nonesuch')}`)).status).toBe(404)
    expect(await list(disabled('product_types'))).toEqual([{name: 'cwa_broadcast'}])
  })

  test('are granted to nobody there, nor activated; what else the request lists is not granted either', async () => {
    const {send, list, product, grant, theirs} = await administrator()
    for (const name of ['Message archive', 'Emergency broadcast']) {
      const reply = await grant({}, {product_uuid: product(name).uuid})
      expect(reply.status).toBe(409)
      expect(reply.text).toContain(name)
    }
    expect(await list(ofUser(seededReader.userUuid))).toHaveLength(1)
    const pending = theirs.find(({status}) => status === 'pending')!
    await send(`POST ${disabled('products')}`, {product_uuid: pending.product_uuid})
    expect((await send(`POST ${ofUser(admin, `/${pending.uuid}/activate`)}`, {})).status).toBe(409)
    await send(`DELETE ${disabled('products', `/${pending.product_uuid}`)}`)
    expect((await send(`POST ${ofUser(admin, `/${pending.uuid}/activate`)}`, {})).status).toBe(200)
  })

  test('must be products, and a type must have a name', async () => {
    const {send} = await administrator()
    expect((await send(`POST ${disabled('products')}`, {product_uuid: nobody})).status).toBe(404)
    expect(problemsOf(await send(`POST ${disabled('products')}`, {}))).toEqual(['product_uuid is required'])
    expect(problemsOf(await send(`POST ${disabled('product_types')}`, {}))).toEqual(['name is required'])
  })

  test('are forgotten with their account', async () => {
    const {sandbox, send, product} = await administrator()
    await send(`POST ${disabled('products', '', seededLocationUuid)}`, {product_uuid: product('Meetings').uuid})
    await send(`DELETE /accounts/accounts/${seededLocationUuid}`)
    expect(sandbox.store.collection(productBans).count({where: {account_uuid: seededLocationUuid}})).toBe(0)
  })
})

test('what is of accounts and users that are not visible does not exist', async () => {
  const {send, list} = await administrator()
  const {accountUuid, userUuid} = seededNeighbour
  const neighbour = await signedIn(freshSandbox(10), seededNeighbour)
  const [theirs] = ((await neighbour(`GET ${ofUser(userUuid)}`)).json() as {items: Entitlement[]}).items
  for (const path of [
    ofUser(userUuid),
    `/entitlements/accounts/${accountUuid}/entitlements`,
    disabled('products', '', accountUuid),
    disabled('product_types', '', accountUuid),
  ]) {
    expect((await send(`GET ${path}`)).status, path).toBe(404)
  }
  expect((await send(`POST ${ofUser(userUuid, `/${theirs?.uuid}/activate`)}`, {})).status).toBe(404)
  expect((await send(`DELETE ${bulk}`, [theirs?.uuid])).status).toBe(404)
  expect((await send(`POST ${disabled('product_types', '', accountUuid)}`, {name: 'x'})).status).toBe(404)
  expect(await list(disabled('products'))).toHaveLength(1)
})

test('a user who may only read is refused changes', async () => {
  const send = await signedIn(freshSandbox(10), seededReader)
  for (const request of [`POST ${bulk}`, `DELETE ${bulk}`, `POST ${disabled('products')}`]) {
    expect((await send(request, [])).status, request).toBe(403)
  }
  expect((await send(`GET ${ofUser(admin)}`)).status).toBe(200)
})
