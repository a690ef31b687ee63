import {beforeAll, afterAll, describe, expect, test} from 'vitest'
import {seededAccess, seededNeighbour, seededReader} from '../../../src/sandbox/seeded-access.ts'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

/** What `numbers list -o id` prints with these flags, a number each. */
async function listed(...flags: string[]): Promise<string[]> {
  return (await world.ok('numbers', 'list', ...flags, '-o', 'id')).split('\n')
}

describe('list', () => {
  test('shows the numbers of the account, or of a user', async () => {
    const [ours, users] = await Promise.all([listed(), listed('--user', seededReader.userUuid)])
    expect(ours).toHaveLength(12)
    expect(users).toEqual(['+19412340009', '+19412340010'])
    await world.fails(5, 'numbers', 'list', '--account', seededNeighbour.accountUuid)
  })

  test('shows a stretch, or all', async () => {
    const [stretch, all] = await Promise.all([listed('--limit', '2', '--offset', '3'), listed('--all')])
    expect(all).toHaveLength(12)
    expect(stretch).toEqual(all.slice(3, 5))
  })

  test('selects and sorts here', async () => {
    const [where, sorted] = await Promise.all([
      listed('--where', 'campaign_id=CSMILE1', '--where', `user_uuid=${seededAccess.userUuid}`),
      listed('--sort-by', '-number', '--limit', '2'),
    ])
    expect(where).toEqual(['+19412340003', '+19412340004', '+19412340005'])
    expect(sorted).toEqual(['+19412340012', '+19412340011'])
  })

  test('adds --option to the path', async () => {
    const path = `/sms/provision/numbers/account/${seededAccess.accountUuid}/details`
    expect(await world.request('numbers', 'list', '--option', 'details')).toContain(`GET ${path}?`)
  })
})

test('get finds a number in whatever way it is written', async () => {
  expect(await world.ok('numbers', 'get', '(941) 234-0003', '--columns', 'number,campaign_id')).toBe(
    '+19412340003\tCSMILE1',
  )
  await world.fails(5, 'numbers', 'get', '+19412350001')
  expect(await world.fails(2, 'numbers', 'get', '1-800-FLOWERS')).toContain('PHONE_NUMBER: “1-800-FLOWERS”')
})

test('what is for sale is found from state to number', async () => {
  const [states, centers, codes] = await Promise.all([
    world.ok('numbers', 'states'),
    world.ok('numbers', 'rate-centers', 'FL'),
    world.ok('numbers', 'area-codes', 'FL', 'SARASOTA'),
  ])
  expect(states.split('\n')).toContain('FL')
  expect(centers.split('\n')).toContain('SARASOTA')
  expect(codes).toBe('941')
  const found = await world.ok('numbers', 'search', '--state', 'FL', '--rate-center', 'SARASOTA', '--quantity', '2')
  expect(found).toMatch(/^\+1941\d{7}\n\+1941\d{7}$/)
})

test('set-help and set-reference change many numbers at once, from a list too', async () => {
  const input = '+19412340006\n+19412340007\n'
  const help = ['numbers', 'set-help', '-', '--help-text', 'Sunrise Dental: call us.']
  expect(await world.run(help, {stdin: 'pipe', input})).toMatchObject({exitCode: 0})
  await world.ok('numbers', 'set-reference', '941-234-0006', '+19412340007', '--reference-id', 'both')
  const rows = await world.json<object[]>('numbers', 'list', '--where', 'reference_id=both')
  expect(rows).toMatchObject([
    {number: '+19412340006', help_text: 'Sunrise Dental: call us.'},
    {number: '+19412340007', help_text: 'Sunrise Dental: call us.'},
  ])
  expect(await world.fails(5, 'numbers', 'set-help', '+19412350001', '--help-text', 'Ours?')).toContain(
    'not provisioned',
  )
  expect(await world.fails(2, 'numbers', 'set-help', '+19412340006')).toContain('Missing --help-text')
})
