import {beforeEach, describe, expect, test} from 'vitest'
import {namedUuid} from '../../src/sandbox/named-uuid.ts'
import {userGroups} from '../../src/sandbox/records.ts'
import {seededAccess, seededLocationUuid, seededReader, seededSharing} from '../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'

interface Named {
  uuid: string
  name: string
}

const {accountUuid: ours, userUuid: ada} = seededAccess
const {userUuid: ben} = seededReader
const desk = namedUuid('group front desk')
const texting = namedUuid('role texting')
const smsCreate = namedUuid('permission sms.create')

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

test('a role with a permission lets the members of a group do something, and no longer when it is taken', async () => {
  const fields = ['name=Campaigns', 'type=user', 'status=Active', `permissions[0]=${smsCreate}`]
  const role = await world.json<Named>('auth', 'roles', 'create', ...fields.flatMap((field) => ['-F', field]))
  const group = await world.json<Named>('auth', 'groups', 'create', '-F', 'name=Crew', '-F', `users[0]=${ben}`)
  const check = ['auth', 'check', '--user', ben, '--resource-type', 'sms', '--action', 'create']
  expect(await world.fails(4, ...check, '-o', 'json')).toContain('The permission sms.create is missing.')

  await world.ok('auth', 'groups', 'roles', 'assign', group.uuid, '-F', `roles[0]=${role.uuid}`)
  expect((await world.run(check)).stderr).toBe('The user may do it.')
  expect(await world.ok('auth', 'groups', 'roles', 'list', group.uuid, '-o', 'id')).toBe(role.uuid)
  expect(await world.ok('auth', 'roles', 'groups', role.uuid, '-o', 'id')).toBe(group.uuid)
  expect(await world.ok('auth', 'users', 'roles', '--user', ben, '--columns', 'name')).toMatch(
    /^Reader\n.*\nCampaigns$/,
  )

  const remove = ['auth', 'roles', 'permissions', 'remove', role.uuid, smsCreate]
  expect(await world.fails(6, ...remove)).toContain('in use')
  await world.ok('auth', 'groups', 'roles', 'remove', group.uuid, role.uuid)
  await world.ok(...remove)
  await world.fails(4, ...check)
})

test('a role over one account holds there, and --type makes it one over resources', async () => {
  const scope = (...args: string[]) => ['auth', 'groups', 'roles', 'scope', desk, '--role', texting, ...args]
  const curl = await world.ok(...scope('--scope', ours, '--scope', desk, '--type', 'resource', '--dry-run'))
  expect(JSON.parse(/--data-raw '(.*)'/.exec(curl)?.[1] ?? '')).toEqual({
    role: texting,
    scope: [{resource: [ours, desk]}],
  })
  await world.ok('auth', 'groups', 'add-users', desk, ben)
  await world.ok(...scope('--scope', seededLocationUuid))
  const check = ['auth', 'check', '--user', ben, '--resource-type', 'sms', '--action', 'create', '--action', 'read']
  await world.ok(...check, '--account', seededLocationUuid)
  await world.fails(4, ...check)
})

test('the 403 of any command names the permission that is missing', async () => {
  Object.assign(world.env, {COMMSCTL_EMAIL: seededReader.email, COMMSCTL_PASSWORD: seededReader.password})
  const said = await world.fails(4, 'auth', 'roles', 'delete', texting, '--yes')
  expect(said).toContain('The permission auth.delete is missing.')
})

describe('auth groups', () => {
  test('defaults shows both groups of an account, as JSON by their types', async () => {
    const groups = await world.json<{admin: string; user: string}>('auth', 'groups', 'defaults')
    const admins = await world.ok('auth', 'groups', 'members', groups.admin, '-o', 'id')
    expect(admins).toBe(ada)
    expect(await world.ok('auth', 'groups', 'defaults')).toBe(`${groups.admin}\t${groups.user}`)
    expect(await world.request('auth', 'groups', 'defaults', '--account', seededLocationUuid)).toContain(
      `GET /auth/accounts/${seededLocationUuid}/user-groups?default=true`,
    )
  })

  test('defaults of an account that lacks one cannot be told', async () => {
    await world.inside(({store}) =>
      store.collection(userGroups).deleteWhere({account_uuid: seededLocationUuid, type: 'user'}),
    )
    const said = await world.fails(10, 'auth', 'groups', 'defaults', '--account', seededLocationUuid)
    expect(said).toContain('the account has no default group of type user')
  })

  test('update begins with what is there', async () => {
    await world.ok('auth', 'groups', 'update', desk, '-F', 'description=Mornings')
    expect(await world.json('groups', 'get', desk)).toMatchObject({name: 'Front desk', description: 'Mornings'})
    expect(await world.ok('auth', 'groups', 'update', desk, '--template')).toContain('description:')
  })

  test('search finds groups of other accounts, too', async () => {
    const names = await world.ok('auth', 'groups', 'search', '--all', '--columns', 'account_uuid')
    expect(names).toContain(seededLocationUuid)
  })
})

describe('auth roles', () => {
  test('deactivating asks first', async () => {
    expect(await world.fails(2, 'auth', 'roles', 'deactivate', texting)).toContain('Add --yes')
    expect(await world.json('auth', 'roles', 'get', texting)).toMatchObject({status: 'Active'})
  })

  test('system roles are shown by type and letters', async () => {
    const roles = await world.json<{object: Record<string, string>}>('auth', 'resource-groups', 'roles')
    expect(Object.keys(roles.object).toSorted()).toEqual(['d', 'r', 'rd', 'ru', 'rud', 'u', 'ud'])
    expect(await world.json('auth', 'roles', 'get', roles.object['rd']!)).toMatchObject({
      name: 'System object role - read, delete',
    })
  })
})

test('permissions are found by kind of resource, and a new one has a name of its own', async () => {
  const create = ['auth', 'permissions', 'create', '-F', 'resource_type=object', '-F', 'action=archive', '-F']
  await world.ok(...create, 'name=object.archive')
  expect(await world.fails(6, ...create, 'name=object.archive', '-o', 'json')).toContain('"409"')
  expect(await world.fails(2, 'auth', 'permissions', 'create', '-F', 'name=x')).toContain('lacks resource_type, action')
  const filter = ['--filter', 'resource_type=object', '--columns', 'name']
  expect((await world.ok('auth', 'permissions', 'list', ...filter)).split('\n')).toHaveLength(5)
})

test('a resource without groups has nobody, and is not an error', async () => {
  expect(await world.json('auth', 'resources', 'users', ours)).toEqual({})
  expect((await world.run(['auth', 'resources', 'users', ours])).stdout).toBe('')
  expect(await world.json('auth', 'resources', 'groups', ours)).toEqual([])
  expect(
    await world.ok('auth', 'resources', 'permissions', seededSharing.resourceUuid, '--jq', '.[].permission.name'),
  ).toBe('object.read\nobject.update\nobject.delete')
})

test('resource groups of an OAuth application are made, filled and listed', async () => {
  const application = namedUuid('oauth client')
  const list = ['auth', 'resource-groups', 'list', application, '--filter', 'name=Prices', '--jq', '.[0].resources']
  const {uuid} = await world.json<Named>('auth', 'resource-groups', 'create', application, desk, '--name', 'Prices')
  await world.ok('auth', 'resource-groups', 'add', uuid, texting)
  expect(JSON.parse(await world.ok(...list))).toEqual([desk, texting])
  await world.ok('auth', 'resource-groups', 'remove', uuid, desk)
  expect(JSON.parse(await world.ok(...list))).toEqual([texting])
  expect(
    await world.ok('auth', 'applications', 'groups', application, '--type', 'forbidden', '--columns', 'type'),
  ).toBe('forbidden')
  expect(await world.request('auth', 'applications', 'resource-groups', application)).toContain(
    'default=true&type=user&',
  )
})
