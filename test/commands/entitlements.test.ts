import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Entitlement} from '../../src/lib/entitlements/entitlement.ts'
import {type Product} from '../../src/lib/entitlements/product.ts'
import {seededAccess, seededReader} from '../../src/sandbox/seeded-access.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'

const {accountUuid: ours, userUuid: admin} = seededAccess
const reader = seededReader.userUuid

let world: SandboxWorld
let products: Record<string, Product>

beforeAll(async () => {
  world = new SandboxWorld()
  const all = await world.json<Product[]>('entitlements', 'products', 'list', '--all')
  products = Object.fromEntries(all.map((product) => [product.name, product]))
})

afterAll(() => world.dispose())

const grantOf = (product: string, user = reader) =>
  JSON.stringify([{account_uuid: ours, user_uuid: user, product_uuid: products[product]?.uuid}])

test('an entitlement lives: granted, pending, activated, removed', async () => {
  const {uuids} = await world.json<{uuids: string[]}>(...['entitlements', 'bulk-grant', '--body', grantOf('Meetings')])
  const [uuid = ''] = uuids
  const pending = ['entitlements', 'users', 'list', '--user', reader, '--status', 'pending', '-o', 'id']
  expect(await world.ok(...pending)).toBe(uuid)
  expect(await world.ok('entitlements', 'activate', uuid, '--user', reader, '--columns', 'status')).toBe('active')
  expect(await world.ok(...pending)).toBe('')
  await world.ok('entitlements', 'bulk-delete', '--body', JSON.stringify(uuids), '--yes')
  const left = await world.json<Entitlement[]>('entitlements', 'accounts', 'list', '--filter', `user_uuid=${reader}`)
  expect(left.map((one) => one.product_uuid)).toEqual([products['Curbside pickup']?.uuid])
})

test('bulk-delete names in its question what it removes, and sends an array with a DELETE', async () => {
  const uuid = '11111111-1111-4111-8111-111111111111'
  const said = await world.fails(2, 'entitlements', 'bulk-delete', '--body', `["${uuid}"]`)
  expect(said).toContain(`Remove the entitlements ${uuid} (it cannot be undone)?`)
  const curl = await world.ok('entitlements', 'bulk-delete', '--body', `["${uuid}"]`, '--dry-run')
  expect(curl).toMatch(new RegExp(`^curl -X DELETE .*/entitlements/users/entitlements/bulk .*'\\["${uuid}"\\]'`, 's'))
})

test('bulk-grant says before sending what each element lacks', async () => {
  const said = await world.fails(2, 'entitlements', 'bulk-grant', '--body', '[{"account_uuid": "x"}]')
  expect(said).toContain('[0].account_uuid')
  expect(said).toContain('[0].product_uuid is missing')
})

test('a product that is disabled is refused until it is enabled', async () => {
  const {uuid = ''} = products['Message archive'] ?? {}
  expect(await world.ok('entitlements', 'products', 'disabled', '-o', 'id')).toBe(uuid)
  const said = await world.fails(6, 'entitlements', 'bulk-grant', '--body', grantOf('Message archive'))
  expect(said).toContain('is disabled for the account')
  await world.ok('entitlements', 'products', 'enable', uuid)
  await world.ok('entitlements', 'bulk-grant', '--body', grantOf('Message archive'))
})

test('a product type that is disabled is named, and may be enabled', async () => {
  await world.fails(2, 'entitlements', 'product-types', 'disable', '--name', 'cwa_meeting')
  await world.ok('entitlements', 'product-types', 'disable', '--name', 'cwa_meeting', '--yes')
  const names = await world.ok('entitlements', 'product-types', 'disabled', '-o', 'id')
  expect(names.split('\n')).toEqual(['cwa_broadcast', 'cwa_meeting'])
  await world.ok('entitlements', 'product-types', 'enable', 'cwa_meeting')
  await world.fails(5, 'entitlements', 'product-types', 'enable', 'cwa_meeting')
})

test('users list lets the service select by its flags, and --where selects here by anything', async () => {
  const flags = ['--account', ours, '--product-type', 'cwa_curbside', '--status', 'active', '--limit', '7']
  expect(await world.request('entitlements', 'users', 'list', ...flags)).toBe(
    `GET /entitlements/users/${admin}/entitlements?account_uuid=${ours}&product_type=cwa_curbside&status=active&offset=0&limit=7`,
  )
  const own = ['entitlements', 'users', 'list', '--include', 'product']
  const found = await world.json<Entitlement[]>(...own, '--where', 'name=Mass contact', '--where', 'status=pending')
  expect(found.map(({product}) => product?.type)).toEqual(['cwa_mass_contact'])
  expect(await world.json(...own, '--where', 'name=Mass contact', '--where', 'status=active')).toEqual([])
})

test('products update keeps what is not named', async () => {
  const {uuid = '', ...mass} = products['Mass contact'] ?? {}
  await world.ok('entitlements', 'products', 'update', uuid, '-F', 'active=false')
  expect(await world.json('entitlements', 'products', 'get', uuid)).toEqual({uuid, ...mass, active: false})
})

test('products by-application lists those of one', async () => {
  const outreach = products['Emergency broadcast']?.application_uuid
  const names = await world.ok(
    ...['entitlements', 'products', 'by-application', '--filter', `application_uuid=${outreach}`],
    ...['--columns', 'name'],
  )
  expect(names.split('\n')).toEqual(['Mass contact', 'Emergency broadcast'])
})
