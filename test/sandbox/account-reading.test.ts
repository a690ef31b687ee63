import {describe, expect, test} from 'vitest'
import {
  accountUuid,
  seededAccess,
  seededMaster,
  seededNeighbour,
  seededReader,
} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, type Reply, signedIn} from './support.ts'

const {accountUuid: ours} = seededAccess
const foreign = [seededNeighbour.accountUuid, accountUuid('Suncoast Voice'), seededAccess.userUuid, 'no-uuid']
const ourReference = {uuid: ours, name: 'Sunrise Dental', type: 'Customer'}

const names = (reply: Reply) => (reply.json() as {items: {name: string}[]}).items.map((item) => item.name)

describe('reading accounts', () => {
  test("the caller's own and those below are listed, with their relationships", async () => {
    const send = await signedIn(freshSandbox(10))
    const reply = await send('GET /accounts/accounts')
    expect(names(reply)).toEqual(['Sunrise Dental', 'Sunrise Dental Downtown', 'Sunrise Dental Venice'])
    expect(reply.json()).toMatchObject({
      items: [{}, {relationships: {items: [{type: 'parent', target: ourReference}]}}, {}],
      metadata: {total: 3, offset: 0, count: 3, limit: 10},
    })
  })

  test.each([
    ['type=Location', ['Sunrise Dental Downtown', 'Sunrise Dental Venice']],
    ['type=Location&number=1112', ['Sunrise Dental Venice']],
    ['name=Sunrise%20Dental&expand=relationships&trace=1', ['Sunrise Dental']],
    [`uuid=${ours},${accountUuid('Bayfront Realty')}`, ['Sunrise Dental']],
    [`uuid=${accountUuid('Bayfront Realty')}`, []],
    ['type=Reseller', []],
  ])('are filtered by %s', async (query, expected) => {
    const send = await signedIn(freshSandbox(10))
    const reply = await send(`GET /accounts/accounts?${query}`)
    expect(names(reply)).toEqual(expected)
    expect(reply.json()).toMatchObject({metadata: {total: expected.length}})
  })

  test('come page by page, one at a time, too', async () => {
    const send = await signedIn(freshSandbox(10))
    const pages = await Promise.all(
      [0, 1, 2, 3].map((offset) => send(`GET /accounts/accounts?limit=1&offset=${offset}`)),
    )
    expect(pages.flatMap(names)).toHaveLength(3)
    expect(pages.map((page) => (page.json() as {metadata: object}).metadata)).toMatchObject([
      ...[0, 1, 2].map((offset) => ({total: 3, offset, count: 1, limit: 1})),
      {total: 3, offset: 3, count: 0, limit: 1},
    ])
  })

  test('one is shown with its relationships, and with its users when asked', async () => {
    const send = await signedIn(freshSandbox(10))
    const edge = {type: 'parent', source: ourReference, target: {name: 'Suncoast Voice', type: 'Reseller'}}
    const plain = await send(`GET /accounts/accounts/${ours}`)
    expect(plain.json()).toMatchObject({uuid: ours, number: '1110', relationships: {items: [edge, {}, {}]}})
    expect(plain.json()).not.toHaveProperty('identities')
    const expanded = await send(`GET /accounts/accounts/${ours}?expand=identities`)
    expect(expanded.json()).toMatchObject({identities: {items: [{uuid: seededAccess.userUuid}, {}]}})
  })

  test.each(foreign)('%s, which is not visible, does not exist', async (uuid) => {
    const send = await signedIn(freshSandbox(10))
    for (const path of ['', '/children', '/relationships']) {
      expect((await send(`GET /accounts/accounts/${uuid}${path}`)).status).toBe(404)
    }
    expect((await send(`PUT /accounts/accounts/${uuid}`, {name: 'x'})).status).toBe(404)
    expect((await send(`DELETE /accounts/accounts/${uuid}`)).status).toBe(404)
    expect((await send(`POST /accounts/accounts/${uuid}/suspend`)).status).toBe(404)
  })
})

describe('children of an account', () => {
  test('are all accounts below it, of one type when asked', async () => {
    const send = await signedIn(freshSandbox(10), seededMaster)
    const children = (name: string, query = '') => send(`GET /accounts/accounts/${accountUuid(name)}/children${query}`)
    expect(names(await children('Suncoast Voice'))).toEqual([
      'Sunrise Dental',
      'Bayfront Realty',
      'Sunrise Dental Downtown',
      'Sunrise Dental Venice',
    ])
    expect(names(await children('Gulfstream Networks', '?type=Reseller'))).toEqual(['Suncoast Voice', 'Keys Telecom'])
    expect((await children('Gulfstream Networks', '?type=Customer&limit=2')).json()).toMatchObject({
      metadata: {total: 3, offset: 0, count: 2, limit: 2},
    })
    expect((await children('Sunrise Dental Venice')).json()).toEqual({
      items: [],
      metadata: {total: 0, offset: 0, count: 0, limit: 10},
    })
  })
})

describe('root accounts of a user', () => {
  test('are the account that the user belongs to', async () => {
    const send = await signedIn(freshSandbox(10), seededMaster)
    expect(names(await send(`GET /accounts/users/${seededReader.userUuid}/root`))).toEqual(['Sunrise Dental'])
    expect(names(await send(`GET /accounts/users/${seededReader.userUuid}/root?type=Reseller`))).toEqual([])
  })

  test('of a user whom the caller does not see are not there', async () => {
    const send = await signedIn(freshSandbox(10))
    expect((await send(`GET /accounts/users/${seededNeighbour.userUuid}/root`)).status).toBe(404)
  })
})
