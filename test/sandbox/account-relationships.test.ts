import {describe, expect, test} from 'vitest'
import {accounts} from '../../src/sandbox/records.ts'
import {seededAccess, seededLocationUuid, seededMaster, seededNeighbour} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, type Reply, signedIn} from './support.ts'

const {accountUuid: ours} = seededAccess
const ourReference = {uuid: ours, name: 'Sunrise Dental', type: 'Customer'}

describe('relationships of accounts', () => {
  const path = `/accounts/accounts/${ours}/relationships?expand=accounts`
  const others = async (reply: Promise<Reply>) =>
    ((await reply).json() as {items: Record<'source' | 'target', {uuid: string; name: string}>[]}).items.map(
      ({source, target}) => (source.uuid === ours ? target.name : source.name),
    )

  test('are listed with both ends, whichever the account is', async () => {
    const send = await signedIn(freshSandbox(10))
    expect(await others(send(`GET ${path}`))).toEqual([
      'Suncoast Voice',
      'Sunrise Dental Downtown',
      'Sunrise Dental Venice',
    ])
    expect((await send(`GET ${path}&limit=2&offset=2`)).json()).toMatchObject({
      items: [{}],
      metadata: {total: 3, offset: 2, count: 1, limit: 2},
    })
  })

  test('are narrowed down by the type of the other account; what is no type counts for nothing', async () => {
    const send = await signedIn(freshSandbox(10))
    expect(await others(send(`GET ${path}&account_type=Reseller`))).toEqual(['Suncoast Voice'])
    expect(await others(send(`GET ${path}&account_type=MasterReseller`))).toEqual([])
    expect(await others(send(`GET ${path}&account_type=%5Bobject%20Object%5D`))).toHaveLength(3)
  })

  test('can be made for an account outside of the tree, once', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const outside = {uuid: seededAccess.userUuid, name: 'Lone', type: 'Location', number: 'L1'} as const
    sandbox.store.collection(accounts).put({
      ...outside,
      ...{description: '', status: 'Active', reference: '', address: {}, contacts: []},
    })
    const body = {type: 'parent', source: {uuid: outside.uuid}, target: {uuid: ours}}
    const reply = await send('POST /accounts/relationships', body)
    expect([reply.status, reply.json()]).toMatchObject([
      201,
      {type: 'parent', source: {uuid: outside.uuid, name: 'Lone', type: 'Location'}, target: ourReference},
    ])
    expect(await others(send(`GET ${path}`))).toContain('Lone')
    expect((await send(`GET /accounts/accounts/${outside.uuid}`)).json()).toMatchObject({
      parent_uuid: ours,
      relationships: {items: [reply.json()]},
    })
    expect((await send('POST /accounts/relationships', body)).status).toBe(400)
  })

  const location = {uuid: seededLocationUuid}
  test.each([
    [
      'for an account that has a parent',
      {source: location, target: {uuid: ours}},
      400,
      'The account already has a parent.',
    ],
    ['of another type', {type: 'friend', source: location, target: {uuid: ours}}, 400, 'Some fields'],
    ['without source', {target: {uuid: ours}}, 400, 'Some fields'],
    ['with a target without uuid', {source: location, target: {name: 'x'}}, 400, 'Some fields'],
    [
      'to an account that is not visible',
      {source: location, target: {uuid: seededNeighbour.accountUuid}},
      404,
      'Account',
    ],
    [
      'of an account that is not visible',
      {source: {uuid: seededNeighbour.accountUuid}, target: location},
      404,
      'Account',
    ],
    ['of the account at the top', {source: {uuid: seededMaster.accountUuid}, target: location}, 404, 'Account'],
  ])('%s are refused', async (_what, body, status, message) => {
    const send = await signedIn(freshSandbox(10))
    const reply = await send('POST /accounts/relationships', {type: 'parent', ...body})
    expect([reply.status, reply.json()]).toMatchObject([status, {message: expect.stringContaining(message) as string}])
  })

  test('that would put an account below itself are refused', async () => {
    const send = await signedIn(freshSandbox(10), seededMaster)
    for (const target of [seededMaster.accountUuid, ours]) {
      const body = {type: 'parent', source: {uuid: seededMaster.accountUuid}, target: {uuid: target}}
      expect((await send('POST /accounts/relationships', body)).json()).toMatchObject({
        code: 400,
        message: 'An account cannot be below itself.',
      })
    }
  })
})
