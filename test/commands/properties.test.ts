import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Property} from '../../src/lib/properties/property.ts'
import {seededAccess, seededReader} from '../../src/sandbox/seeded-access.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

test('create sends whom it is about, and the name where nothing else is said', async () => {
  const curl = await world.ok('properties', 'create', '--name', 'desk', '--value', '17', '--dry-run')
  expect(JSON.parse(/--data-raw '(.*)'/.exec(curl)?.[1] ?? '')).toEqual({
    context: 'user',
    context_uuid: seededAccess.userUuid,
    name: 'desk',
    value: '17',
    label: 'desk',
    description: 'desk',
  })
})

test('a property lives: created, listed, changed in part', async () => {
  const owner = ['--user', seededReader.userUuid]
  const words = ['--name', 'desk', '--value', '17', '--label', 'Desk']
  const made = await world.json<Property>('properties', 'create', ...words, ...owner)
  expect(await world.json('properties', 'list', ...owner, '--where', 'name=desk')).toEqual([made])
  await world.ok('properties', 'update', made.uuid, ...owner, '-F', 'value=18')
  expect(await world.json('properties', 'list', ...owner, '--where', 'name=desk')).toEqual([{...made, value: '18'}])
})

test('update looks among the properties of the user, and says how to name another', async () => {
  const [theirs] = await world.json<Property[]>('properties', 'list', '--user', seededReader.userUuid)
  const said = await world.fails(5, 'properties', 'update', theirs?.uuid ?? '', '-F', 'value=x')
  expect(said).toContain('--user')
  expect(said).toContain(`The user ${seededAccess.userUuid} has no property`)
})
