import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest'
import {accounts, relationships} from '../../src/sandbox/records.ts'
import {
  accountUuid,
  seededAccess,
  seededLocationUuid,
  seededNeighbour,
  seededReader,
} from '../../src/sandbox/seeded-access.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'

interface Account {
  uuid: string
  name: string
  type: string
  status: string
  parent_uuid: string
  address: Record<string, string>
  contacts: {uuid: string; phone: string}[]
}

const ours = seededAccess.accountUuid
const downtown = accountUuid('Sunrise Dental Downtown')
const nobody = '00000000-0000-4000-8000-000000000000'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

describe('reading', () => {
  test('get shows the profile’s own account when none is named', async () => {
    expect(await world.json<Account>('accounts', 'get')).toMatchObject({uuid: ours, name: 'Sunrise Dental'})
  })

  test('get --expand identities brings the users along', async () => {
    const account = await world.json<{identities: {items: {uuid: string}[]}}>('accounts', 'get', '--expand=identities')
    expect(account.identities.items.map(({uuid}) => uuid)).toContain(seededReader.userUuid)
  })

  test('an unknown --expand names the ones there are', async () => {
    const said = await world.fails(2, 'accounts', 'get', '--expand', 'identites')
    expect(said).toContain('Did you mean identities?')
  })

  test('an account that is not ours to see is exit 5', async () => {
    const said = await world.fails(5, 'accounts', 'get', seededNeighbour.accountUuid, '-o', 'json')
    expect(JSON.parse(said)).toMatchObject({code: '404', exit: 5})
  })

  test('list shows our account and those below it; --filter selects', async () => {
    const all = await world.json<Account[]>('accounts', 'list', '--all')
    expect(all.map(({uuid}) => uuid)).toEqual(expect.arrayContaining([ours, downtown, seededLocationUuid]))
    const locations = await world.json<Account[]>('accounts', 'list', '--filter', 'type=Location')
    expect(locations.map(({type}) => type)).toEqual(['Location', 'Location'])
    expect(await world.json('accounts', 'list', '--filter', 'name=Nowhere')).toEqual([])
  })

  test('a key that --filter does not know is refused, with what is near', async () => {
    expect(await world.fails(2, 'accounts', 'list', '--filter', 'tpye=Location')).toContain('Did you mean type?')
  })

  test('children lists customers, unless --type or --filter says otherwise', async () => {
    const customers = await world.request('accounts', 'children')
    expect(customers).toContain(`GET /accounts/accounts/${ours}/children?type=Customer&`)
    const filtered = await world.request('accounts', 'children', '--filter', 'type=Location')
    expect(filtered).toContain('/children?type=Location&')
    const names = await world.ok('accounts', 'children', '--type', 'Location', '--columns', 'name')
    expect(names.split('\n')).toEqual(['Sunrise Dental Downtown', 'Sunrise Dental Venice'])
  })

  test('roots are those of the user of the token, or of the one named', async () => {
    expect(await world.ok('accounts', 'roots', '-o', 'id')).toBe(ours)
    expect(await world.ok('accounts', 'roots', seededReader.userUuid, '-o', 'id')).toBe(ours)
  })

  test('relationships list has parent and children; --account-type selects', async () => {
    const edges = await world.json<unknown[]>('accounts', 'relationships', 'list')
    expect(edges).toHaveLength(3)
    const columns = ['--columns', 'source.name,target.name']
    const reseller = await world.ok('accounts', 'relationships', 'list', '--account-type', 'Reseller', ...columns)
    expect(reseller).toBe('Sunrise Dental\tSuncoast Voice')
  })
})

test('an account lives: created, found, changed, suspended, reinstated, deleted', async () => {
  const fields = ['name=Sunrise Dental North', 'type=Location', `parent_uuid=${ours}`, 'address.city=Tampa']
  const contact = ['contacts[0].type=primary', 'contacts[0].phone=+19415550199']
  const created = await world.json<Account>(
    'accounts',
    'create',
    ...[...fields, ...contact].flatMap((field) => ['-F', field]),
  )
  expect(created).toMatchObject({name: 'Sunrise Dental North', status: 'Active', address: {city: 'Tampa'}})
  const {uuid} = created

  expect(await world.ok('accounts', 'get', uuid, '--columns', 'name,type')).toBe('Sunrise Dental North\tLocation')
  expect(await world.ok('accounts', 'list', '--filter', 'name=Sunrise Dental North', '-o', 'id')).toBe(uuid)
  const edges = await world.json<object[]>('accounts', 'relationships', 'list', uuid)
  expect(edges).toMatchObject([{source: {uuid}, target: {uuid: ours}}])

  await world.ok('accounts', 'update', uuid, '-F', 'address.line1=7 Gulf Rd')
  const changed = await world.json<Account>('accounts', 'get', uuid)
  expect(changed).toMatchObject({name: 'Sunrise Dental North', address: {city: 'Tampa', line1: '7 Gulf Rd'}})
  expect(changed.contacts).toEqual(created.contacts)

  await world.ok('accounts', 'suspend', uuid, '--yes')
  expect(await world.ok('accounts', 'get', uuid, '--columns', 'status')).toBe('Inactive')
  await world.ok('accounts', 'reinstate', uuid)
  expect(await world.ok('accounts', 'get', uuid, '--columns', 'status')).toBe('Active')

  const {stdout, stderr} = await world.run(['accounts', 'delete', uuid, '-y'])
  expect({stdout, stderr}).toEqual({stdout: '', stderr: 'The account is deleted.'})
  await world.fails(5, 'accounts', 'get', uuid)
  await world.fails(5, 'accounts', 'delete', uuid, '--yes')
})

describe('update', () => {
  test('--body is laid over the account, and -F over both', async () => {
    const body = '{"reference": "R1", "description": "from the body"}'
    await world.ok('accounts', 'update', downtown, '--body', body, '-F', 'description=from the field')
    const account = await world.json('accounts', 'get', downtown)
    expect(account).toMatchObject({name: 'Sunrise Dental Downtown', reference: 'R1', description: 'from the field'})
  })

  test('--dry-run shows the whole account with the change, and changes nothing', async () => {
    const curl = await world.ok('accounts', 'update', downtown, '-F', 'name=Other', '--dry-run')
    expect(curl).toMatch(/^curl -X PUT /)
    const {name, uuid, address} = JSON.parse(/--data-raw '(.*)'/.exec(curl)?.[1] ?? '') as Account
    expect({name, uuid, city: address['city']}).toEqual({name: 'Other', uuid: downtown, city: 'Sarasota'})
    expect(await world.ok('accounts', 'get', downtown, '--columns', 'name')).toBe('Sunrise Dental Downtown')
  })

  test('an account that does not exist is exit 5', async () => {
    await world.fails(5, 'accounts', 'update', nobody, '-F', 'name=Other')
  })

  test('what the service refuses is exit 6 and named', async () => {
    expect(await world.fails(6, 'accounts', 'update', downtown, '-F', `parent_uuid=${downtown}`)).toContain(
      'parent_uuid',
    )
  })

  test('a field that is wrong is named before anything is sent', async () => {
    expect(await world.fails(2, 'accounts', 'update', downtown, '-F', 'contacts[0].email=x')).toContain(
      'contacts[0].email is “x”, and must be an e-mail address.',
    )
  })
})

describe('create', () => {
  test('says before sending which fields are missing', async () => {
    expect(await world.fails(2, 'accounts', 'create')).toContain('Missing --body')
    expect(await world.fails(2, 'accounts', 'create', '-F', 'name=X')).toContain('lacks type, parent_uuid')
  })

  test('refuses a number that another account has', async () => {
    const fields = ['name=Twin', 'type=Location', `parent_uuid=${ours}`, 'number=1111'].flatMap((one) => ['-F', one])
    await world.fails(6, 'accounts', 'create', ...fields)
    expect(await world.json('accounts', 'list', '--filter', 'name=Twin')).toEqual([])
  })

  test('is not for users who may only read', async () => {
    const reader = new SandboxWorld()
    onTestFinished(() => reader.dispose())
    Object.assign(reader.env, {COMMSCTL_EMAIL: seededReader.email, COMMSCTL_PASSWORD: seededReader.password})
    const fields = ['name=X', 'type=Location', `parent_uuid=${ours}`].flatMap((one) => ['-F', one])
    await reader.fails(4, 'accounts', 'create', ...fields)
  })
})

describe('relationships create', () => {
  const create = (source: string) =>
    ['type=parent', `source.uuid=${source}`, `target.uuid=${ours}`].flatMap((one) => ['-F', one])

  test('puts an account that stood alone below another', async () => {
    const name = 'Stands alone'
    const alone = await world.json<Account>(
      'accounts',
      'create',
      ...[`name=${name}`, 'type=Location', `parent_uuid=${ours}`].flatMap((one) => ['-F', one]),
    )
    await world.inside(({store}) => {
      store.collection(relationships).deleteWhere({source_uuid: alone.uuid})
      store.collection(accounts).update(alone.uuid, (account) => {
        delete account.parent_uuid
        return account
      })
    })
    const edge = await world.json('accounts', 'relationships', 'create', ...create(alone.uuid))
    expect(edge).toMatchObject({type: 'parent', source: {uuid: alone.uuid, name}, target: {uuid: ours}})
    expect(await world.ok('accounts', 'get', alone.uuid, '--columns', 'parent_uuid')).toBe(ours)
  })

  test('refuses an account that has a parent', async () => {
    const said = await world.fails(6, 'accounts', 'relationships', 'create', ...create(downtown))
    expect(said).toContain('already has a parent')
  })

  test('says before sending which fields are missing', async () => {
    const said = await world.fails(2, 'accounts', 'relationships', 'create', '-F', 'type=parent')
    expect(said).toContain('lacks source, target')
  })
})

test.each(['delete', 'suspend', 'reinstate', 'update'])(
  '%s never falls back to the profile’s account',
  async (verb) => {
    const body = verb === 'update' ? ['-F', 'name=X'] : ['--yes']
    expect(await world.fails(2, 'accounts', verb, ...body)).toContain('Missing ACCOUNT')
  },
)

test.each(['delete', 'suspend'])('%s asks first, and needs --yes where nobody can be asked', async (verb) => {
  expect(await world.fails(2, 'accounts', verb, seededLocationUuid)).toContain('Add --yes')
  expect(await world.ok('accounts', 'get', seededLocationUuid, '--columns', 'status')).toBe('Active')
})

test('a malformed uuid is refused before anything is sent', async () => {
  expect(await world.fails(2, 'accounts', 'get', 'venice')).toContain('ACCOUNT: “venice” is not a uuid')
})

test.each([
  ['POST /accounts/accounts', 'create -F name=X -F type=Location -F parent_uuid=11111111-1111-4111-8111-111111111111'],
  [`DELETE /accounts/accounts/${nobody}`, `delete ${nobody}`],
  [`POST /accounts/accounts/${nobody}/suspend`, `suspend ${nobody}`],
  [`POST /accounts/accounts/${nobody}/reinstate`, `reinstate ${nobody}`],
  [`PUT /accounts/accounts/${downtown}`, `update ${downtown} -F name=X`],
  [
    'POST /accounts/relationships',
    `relationships create -F type=parent -F source.uuid=${downtown} -F target.uuid=${nobody}`,
  ],
])('--dry-run shows %s', async (request, args) => {
  expect(await world.request('accounts', ...args.split(' '))).toBe(request)
})
