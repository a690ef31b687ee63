import {beforeEach, describe, expect, test} from 'vitest'
import {groupMembers, userGroups} from '../../src/sandbox/records.ts'
import {seededAccess, seededReader, seededSharing} from '../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'

const {userUuid: ada} = seededAccess
const {userUuid: ben} = seededReader
const {resourceUuid: shared} = seededSharing
const resource = '5f0c2a51-6f0b-4c59-9d0e-6a6b3d7d5c11'

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

const create = (users: object, ...args: string[]) => [
  'resource-groups',
  'create',
  '--resource',
  resource,
  '--type',
  'object',
  '--users',
  JSON.stringify(users),
  ...args,
]

/** Who may do what, as the command that tells it says. */
function usersOf(uuid: string): Promise<Record<string, string[]>> {
  return world.json('auth', 'resources', 'users', uuid)
}

test('a resource is shared, shared otherwise, and private again', async () => {
  const made = await world.json<{letters: string; outcome: string}[]>(...create({rud: [ada], r: [ben]}))
  expect(made.map(({letters, outcome}) => `${letters} ${outcome}`)).toEqual(['rud created', 'r created'])
  expect(await usersOf(resource)).toEqual({rud: [ada], r: [ben]})

  const wanted = JSON.stringify({rud: [ben], ud: [ada], r: []})
  const columns = ['--columns', 'letters,outcome,added,removed']
  const update = ['resource-groups', 'update', resource, '--type', 'object', '--users', wanted, ...columns]
  expect(await world.ok(...update)).toBe('rud\tchanged\t1\t1\nr\tdeleted\t0\t0\nud\tcreated\t1\t0')
  expect(await usersOf(resource)).toEqual({rud: [ben], ud: [ada]})

  expect(await world.ok('resource-groups', 'delete', resource, '--yes', '--columns', 'letters')).toBe('rud\nud')
  expect(await usersOf(resource)).toEqual({})
  const {stdout, stderr} = await world.run(['resource-groups', 'delete', resource, '--yes'])
  expect([stdout, stderr]).toEqual(['', 'No groups found.'])
})

test('users who have a resource can be read from a file, as they were shown', async () => {
  await world.shell(`commsctl auth resources users ${shared} -o json > users.json`)
  await world.ok(...create({}).slice(0, -1), '@users.json')
  expect(await usersOf(resource)).toEqual({rud: [ada], r: [ben]})
})

describe('create', () => {
  test('when it fails part-way leaves nothing, and tells what was done and undone', async () => {
    await world.inside(({faults}) =>
      faults.set({kind: 'status', path: '/auth/user-groups/*/role/scopes', status: 400, times: 1}),
    )
    const report = JSON.parse(await world.fails(6, ...create({rud: [ada], r: [ben]}), '-o', 'json')) as {
      message: string
      details: string[]
    }
    expect(report.message).toContain(`The groups of resource ${resource} were not created: `)
    expect(report.details.filter((line) => line.startsWith('done: '))).toHaveLength(2)
    expect(report.details.filter((line) => line.startsWith('undone: '))).toHaveLength(2)
    expect(await usersOf(resource)).toEqual({})
    expect(
      await world.inside(({store}) => store.collection(userGroups).count({where: {name: `rud: ${resource}`}})),
    ).toBe(0)
  })

  test('what is left when it cannot be undone goes with the command of the hint', async () => {
    await world.inside(({faults}) => {
      faults.set({kind: 'status', path: '/auth/user-groups/*/role/scopes', status: 400})
      faults.set({kind: 'status', method: 'DELETE', path: '/auth/user-groups/*', status: 403, times: 1})
    })
    const {hint} = JSON.parse(await world.fails(6, ...create({rud: [ada]}), '-o', 'json')) as {hint: string}
    const command = /^Clean up: (.*)$/.exec(hint)?.[1] ?? ''
    expect((await world.shell(command)).exitCode).toBe(0)
    expect(
      await world.inside(({store}) => store.collection(userGroups).count({where: {name: `rud: ${resource}`}})),
    ).toBe(0)
  })

  test.each([
    [['--users', '{"dr": []}'], '“dr” are no permission letters'],
    [['--users', '{"r": ["ben"]}'], 'r[0] is “ben”, and must be a uuid'],
    [['--users', '{"r": "ben"}'], 'r is “ben”, and must be a list'],
    [[], 'Missing --users'],
  ])('with %o is refused before anything is sent', async (args, told) => {
    const said = await world.fails(2, 'resource-groups', 'create', '--resource', resource, '--type', 'object', ...args)
    expect(said).toContain(told)
  })

  test('for a type without system roles names those that there are', async () => {
    const [first, ...rest] = create({r: [ben]})
    const args = [first!, ...rest.map((word) => (word === 'object' ? 'media' : word))]
    expect(await world.fails(5, ...args)).toContain('object: r, u, d, ru, rd, ud, rud')
  })

  test('--dry-run shows what is known beforehand: the roles asked for, and each group', async () => {
    const curls = (await world.ok(...create({rud: [ada], r: [ben]}), '--dry-run')).split('\n')
    const requests = curls.filter((line) => line.startsWith('curl'))
    expect(requests).toHaveLength(3)
    expect(requests[0]).toContain('/auth/roles?offset=0&limit=100&description=system%20role')
    const shown = curls.join('\n')
    expect(shown).toContain(`"name":"rud: ${resource}","description":"resource group"`)
    expect(await usersOf(resource)).toEqual({})
  })
})

describe('update', () => {
  test('when it fails part-way says which groups have been changed, and goes on from there', async () => {
    await world.inside(({faults}) =>
      faults.set({kind: 'status', path: '/auth/user-groups/*/users', method: 'POST', status: 403, times: 1}),
    )
    const update = [
      'resource-groups',
      'update',
      shared,
      '--type',
      'object',
      '--users',
      JSON.stringify({rud: [ada, ben]}),
    ]
    const report = JSON.parse(await world.fails(9, ...update, '-o', 'json')) as {details: string[]}
    expect(report.details).toEqual([
      expect.stringMatching(/^done: r \(.*\): deleted$/),
      expect.stringMatching(/^failed: rud: .* add 1 user: /),
    ])
    await world.ok(...update)
    expect(await usersOf(shared)).toEqual({rud: [ada, ben]})
  })
})

test('delete asks first, and needs --yes where nobody can be asked', async () => {
  expect(await world.fails(2, 'resource-groups', 'delete', shared)).toContain('Add --yes')
  const members = await world.inside(({store}) => store.collection(groupMembers).count({where: {user_uuid: ben}}))
  expect(members).toBe(3)
})
