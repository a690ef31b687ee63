import {beforeEach, expect, test} from 'vitest'
import {namedUuid} from '../../src/sandbox/named-uuid.ts'
import {seededAccess, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'

interface Group {
  uuid: string
  name: string
  total_members: number
  members: {items: {uuid: string}[]}
}

const {accountUuid: ours, userUuid: ada} = seededAccess
const {userUuid: ben} = seededReader
const desk = namedUuid('group front desk')

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

test('a group lives: created, filled, renamed, emptied, deleted', async () => {
  const {uuid, ...made} = await world.json<Group>('groups', 'create', ada, '--name', 'Crew', '--description', 'Nights')
  expect(made).toMatchObject({name: 'Crew', total_members: 1, members: [{uuid: ada}]})

  expect(await world.json('groups', 'add', uuid, ben)).toMatchObject({total_members: 1})
  expect(await world.ok('groups', 'members', uuid, '-o', 'id')).toBe(`${ada}\n${ben}`)
  await world.ok('groups', 'update', uuid, '-F', 'name=Watch')
  expect(await world.json<Group>('groups', 'get', uuid)).toMatchObject({
    name: 'Watch',
    total_members: 2,
    members: {items: [{uuid: ada}, {uuid: ben}]},
  })
  const {stderr} = await world.run(['groups', 'remove', uuid, ada, ben])
  expect(stderr).toBe('The users are no longer in the group.')
  expect(await world.json('groups', 'members', uuid)).toEqual([])
  await world.ok('groups', 'delete', uuid, '--yes')
  await world.fails(5, 'groups', 'get', uuid)
})

test('create sends users as uuids, in the account of the profile', async () => {
  const curl = await world.ok('groups', 'create', ada, ben, '--name', 'Crew', '--dry-run')
  expect(curl).toContain(`/auth/accounts/${ours}/user-groups`)
  expect(JSON.parse(/--data-raw '(.*)'/.exec(curl)?.[1] ?? '')).toEqual({name: 'Crew', users: [ada, ben]})
})

test('list sends member_uuid as user_uuid, too', async () => {
  const request = await world.request('groups', 'list', '--filter', `member_uuid=${ben}`)
  expect(request).toContain(`/auth/user-groups?user_uuid=${ben}&member_uuid=${ben}&`)
  expect(await world.ok('groups', 'list', '--filter', `member_uuid=${ben}`, '--columns', 'name')).toContain(
    'default user group',
  )
  expect(await world.request('groups', 'list', '--filter', 'name=Crew')).not.toContain('user_uuid')
})

test('deactivating asks first; members lose what the group gives until it is active again', async () => {
  expect(await world.fails(2, 'groups', 'deactivate', desk)).toContain('Add --yes')
  const role = namedUuid('role texting')
  await world.ok('groups', 'add', desk, ben)
  await world.ok('auth', 'groups', 'roles', 'assign', desk, '-F', `roles[0]=${role}`)
  const check = ['auth', 'check', '--user', ben, '--resource-type', 'sms', '--action', 'create']
  await world.ok(...check)
  await world.ok('groups', 'deactivate', desk, '--yes')
  expect(await world.fails(4, ...check)).toContain('The permission sms.create is missing.')
  await world.ok('groups', 'reactivate', desk)
  await world.ok(...check)
})

test('a lost reply to create is reported, and nothing is sent twice', async () => {
  await world.inside(({faults}) =>
    faults.set({kind: 'drop', method: 'POST', path: '/auth/accounts/*', after: true, times: 1}),
  )
  const said = await world.fails(10, 'groups', 'create', '--name', 'Crew', '-o', 'json')
  expect(JSON.parse(said)).toMatchObject({code: 'ambiguous', retryable: false})
  expect(await world.json<Group[]>('groups', 'list', '--filter', 'name=Crew')).toHaveLength(1)
})
