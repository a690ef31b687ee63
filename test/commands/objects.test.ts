import {beforeEach, describe, expect, test} from 'vitest'
import {type DataObject} from '../../src/lib/objects/data-object.ts'
import {objects} from '../../src/sandbox/objects/objects.ts'
import {seededAccess, seededReader, seededSharing} from '../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'

const {accountUuid: ours, userUuid: ada} = seededAccess
const {userUuid: ben} = seededReader
const {resourceUuid: prices} = seededSharing

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

interface Report {
  code: string
  message: string
  details: string[]
  hint?: string
}

const failure = async (exit: number, ...args: string[]) =>
  JSON.parse(await world.fails(exit, ...args, '-o', 'json')) as Report
const usersOf = (uuid: string) => world.json('auth', 'resources', 'users', uuid)
const namesIn = async (...args: string[]) => (await world.ok('objects', ...args, '--columns', 'name')).split('\n')

describe('create', () => {
  const words = ['--name', 'Rota', '--type', 'staff_plan', '--content', '{"monday": ["Ada"]}']
  const create = ['objects', 'create', ...words]
  const to = (users: object) => ['--users', JSON.stringify(users)]

  describe.each([
    ['of everybody', []],
    ['of a user', ['--user', ben]],
  ])('after a lost reply, one %s', (_, owner) => {
    const lose = (after: boolean) =>
      world.inside(({faults}) => faults.set({kind: 'drop', method: 'POST', path: '/objects/*', times: 1, after}))
    const kept = () => world.inside(({store}) => store.collection(objects).find({where: {name: 'Rota'}}))

    test('that is not there was not created', async () => {
      await lose(false)
      expect(await failure(10, ...create, ...owner)).toMatchObject({code: 'not-carried-out'})
      expect(await kept()).toEqual([])
    })

    test('that is there is named: nothing tells since when', async () => {
      await lose(true)
      const {code, message, hint} = await failure(10, ...create, ...owner)
      const [made] = await kept()
      expect([code, hint]).toEqual([
        'ambiguous',
        `Look at it before you create it again: commsctl objects get ${made?.uuid}`,
      ])
      expect(message).toContain(
        `There is an object of that name, type and content, which may be from before: ${made?.uuid}`,
      )
    })
  })

  test('says by its flags to whom the object belongs', async () => {
    expect(await world.request(...create)).toBe('POST /objects/objects')
    expect(await world.request(...create, '--user', ben)).toBe(`POST /objects/users/${ben}/objects`)
    expect(await world.request(...create, '--account', ours)).toBe(`POST /objects/accounts/${ours}/objects`)
    const curl = await world.ok(...create, '--dry-run')
    expect(JSON.parse(/--data-raw '(.*)'/.exec(curl)?.[1] ?? '')).toEqual({
      name: 'Rota',
      type: 'staff_plan',
      content: {monday: ['Ada']},
      content_type: 'application/json',
      metadata: {},
    })
  })

  test('makes an object that its owner finds, and shares it where told so', async () => {
    const made = await world.json<DataObject>(
      ...create,
      '--user',
      ada,
      '--account',
      ours,
      ...to({rud: [ada], r: [ben]}),
    )
    expect(await world.json('objects', 'get', made.uuid)).toEqual(made)
    expect(await usersOf(made.uuid)).toEqual({rud: [ada], r: [ben]})
    const find = ['find', '--user', ben, '--type', 'staff_plan', '--name', 'Rota']
    expect(await namesIn(...find)).toEqual(['Rota'])
    expect(await world.json('objects', 'find', '--name', 'Rota')).toEqual([])
  })

  test('takes the account of the profile for the groups', async () => {
    const {uuid} = await world.json<DataObject>(...create, '--user', ada, ...to({r: [ben]}))
    expect(await usersOf(uuid)).toEqual({r: [ben]})
  })

  test('leaves nothing when sharing fails, and tells what was done and undone', async () => {
    await world.inside(({faults}) =>
      faults.set({kind: 'status', path: '/auth/user-groups/*/role/scopes', status: 400, times: 1}),
    )
    const {message, details} = await failure(6, ...create, '--user', ada, ...to({rud: [ada], r: [ben]}))
    expect(message).toContain('The object Rota could not be shared; it was deleted again')
    expect(details.filter((line) => line.startsWith('done: '))).toHaveLength(3)
    expect(details.filter((line) => line.startsWith('undone: '))).toHaveLength(3)
    expect(await world.inside(({store}) => store.collection(objects).count({where: {name: 'Rota'}}))).toBe(0)
  })

  test('what is left when it cannot be undone goes with the command of the hint', async () => {
    await world.inside(({faults}) => {
      faults.set({kind: 'status', path: '/auth/user-groups/*/role/scopes', status: 400, times: 1})
      faults.set({kind: 'status', method: 'DELETE', path: '/objects/*', status: 403, times: 1})
    })
    const {hint = ''} = await failure(6, ...create, '--user', ada, ...to({rud: [ada]}))
    const command = /^Clean up: (.*)$/.exec(hint)?.[1] ?? ''
    expect((await world.shell(command)).exitCode).toBe(0)
    expect(await world.inside(({store}) => store.collection(objects).count({where: {name: 'Rota'}}))).toBe(0)
  })

  test.each([
    [['--users', '{"r": []}'], '--users needs --user, too.'],
    [['--account', ours, '--users', '{"r": []}'], '--users needs --user, too.'],
    [['--user', ada, '--account', ours], '--account needs --users'],
    [['--user', ada, '--users', '{"dr": []}'], '“dr” are no permission letters'],
  ])('with %j is refused before anything is sent', async (args, told) => {
    expect(await world.fails(2, ...create, ...args)).toContain(told)
  })

  test('--dry-run with --users shows that roles are looked up, and the object', async () => {
    const shown = await world.ok(...create, '--user', ada, ...to({r: [ben]}), '--dry-run')
    expect(shown.match(/^curl/gm)).toHaveLength(2)
    expect(shown).toContain('/auth/roles?')
    expect(shown).toContain(`/objects/users/${ada}/objects`)
  })
})

describe('list', () => {
  test('sends filters that the service knows, and applies the others here', async () => {
    const known = await world.request('objects', 'list', '--filter', 'type=branding', '--filter', 'sort=name')
    expect(known).toBe(
      `GET /objects/users/${ada}/allowed-objects?load_content=false&type=branding&sort=name&offset=0&limit=50`,
    )
    expect(await namesIn('list', '--load-content', '--filter', 'type=data_object', '--filter', 'currency=USD')).toEqual(
      ['Price list'],
    )
    expect(await world.json('objects', 'list', '--filter', 'currency=USD')).toEqual([])
  })

  test('shows one type by name, or what is of everybody', async () => {
    expect(await namesIn('list', '--type', 'data_object')).toEqual(['Notes', 'Price list'])
    expect(await world.fails(2, 'objects', 'list', '--all-users', '--type', 'x', '--filter', 'name=y')).toContain(
      '--filter cannot be used together with --all-users.',
    )
    expect(await namesIn('list', '--all-users')).toEqual(['Public holidays'])
    expect(await world.request('objects', 'list', '--all-users', '--type', 'x')).toBe(
      'GET /objects/objects?sort=name&type=x&load_content=false&offset=0&limit=50',
    )
    expect(await namesIn('list', '--user', ben)).toEqual(['Price list', 'Shortcuts', 'Colours'])
  })
})

describe('update', () => {
  const update = ['objects', 'update', prices, '-F', 'content.cleaning=95']
  const to = (users: object) => ['--users', JSON.stringify(users)]
  const priceOf = async () => (await world.json<DataObject>('objects', 'get', prices)).content?.['cleaning']

  test('keeps what is not named, and who may reach it', async () => {
    const before = await world.json<DataObject>('objects', 'get', prices)
    const after = await world.json<DataObject>(...update)
    expect(after).toEqual({...before, content: {...before.content, cleaning: 95}})
    expect(await usersOf(prices)).toEqual({rud: [ada], r: [ben]})
  })

  test('sets who may reach it first, then changes it', async () => {
    await world.ok(...update, ...to({rud: [ada], ru: [ben]}))
    expect([await usersOf(prices), await priceOf()]).toEqual([{rud: [ada], ru: [ben]}, 95])
    await world.ok(...update, ...to({}))
    expect(await usersOf(prices)).toEqual({})
  })

  test('changes nothing of the object when the first half fails, and says so', async () => {
    await world.inside(({faults}) =>
      faults.set({kind: 'status', method: 'POST', path: '/auth/user-groups/*/users', status: 403}),
    )
    const {details} = await failure(4, ...update, ...to({rud: [ada, ben], r: [ben]}))
    expect(details).toContain(`not done: change object ${prices}`)
    expect(await priceOf()).toBe(90)
  })

  test('says that the first half is done when the second fails', async () => {
    await world.inside(({faults}) => faults.set({kind: 'status', method: 'PUT', path: '/objects/*', status: 400}))
    const report = await failure(9, ...update, ...to({rud: [ada, ben]}))
    expect(report.message).toContain('Who may reach the object was changed, the object was not')
    expect(report.details).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^done: rud .*1 user added$/),
        expect.stringMatching(/^done: r .*deleted$/),
        expect.stringContaining(`failed: change object ${prices}: `),
      ]),
    )
    expect([await usersOf(prices), await priceOf()]).toEqual([{rud: [ada, ben]}, 90])
  })

  test('says only that the second half failed where the first had nothing to do', async () => {
    await world.inside(({faults}) => faults.set({kind: 'status', method: 'PUT', path: '/objects/*', status: 400}))
    const {message} = await failure(6, ...update, ...to({rud: [ada], r: [ben]}))
    expect(message).not.toContain('Who may reach')
  })

  test('--account goes with --users', async () => {
    expect(await world.fails(2, ...update, '--account', ours)).toContain('--account needs --users')
  })

  test('is not for users who may only read it', async () => {
    Object.assign(world.env, {COMMSCTL_EMAIL: seededReader.email, COMMSCTL_PASSWORD: seededReader.password})
    expect(await world.fails(4, ...update)).toContain('object.update')
  })
})

describe('delete', () => {
  test('deletes the groups and the object, after it has asked', async () => {
    expect(await world.fails(2, 'objects', 'delete', prices)).toContain(`Delete the object ${prices}`)
    const {stdout, stderr} = await world.run(['objects', 'delete', prices, '--yes'])
    expect([stdout, stderr]).toEqual(['', 'The object is deleted.'])
    expect(await usersOf(prices)).toEqual({})
    await world.fails(5, 'objects', 'get', prices)
    await world.fails(5, 'objects', 'delete', prices, '--yes')
  })

  test('leaves the object when a group cannot be deleted, and says which was', async () => {
    await world.inside(({faults}) =>
      faults.set({kind: 'status', method: 'DELETE', path: '/auth/user-groups/*', status: 403, times: 1}),
    )
    const {details} = await failure(9, 'objects', 'delete', prices, '--yes')
    expect(details.map((line) => line.split(':')[0])).toEqual(['done', 'failed', 'not done'])
    expect(await world.ok('objects', 'get', prices, '-o', 'id')).toBe(prices)
  })

  test('says that nobody shares it any more when it could not be deleted itself', async () => {
    await world.inside(({faults}) => faults.set({kind: 'status', method: 'DELETE', path: '/objects/*', status: 403}))
    const {message, details} = await failure(9, 'objects', 'delete', prices, '--yes')
    expect(message).toContain('Nobody shares the object any more, but it was not deleted: ')
    expect(details.map((line) => line.split(':')[0])).toEqual(['done', 'done', 'failed'])
    expect(await usersOf(prices)).toEqual({})
  })

  test('--dry-run shows what is known beforehand', async () => {
    const shown = await world.ok('objects', 'delete', prices, '--dry-run')
    expect(shown.match(/^curl/gm)).toHaveLength(2)
  })
})
