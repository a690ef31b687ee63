import {afterAll, beforeAll, expect, test} from 'vitest'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const clinic = ['--solution', 'clinic-monitor']
const fridge = ['--product', 'fridge']

test.each([
  ['no module “fridgs”. Did you mean fridges?', 'modules list --solution clinic-monitor', 'modules get fridgs', clinic],
  [
    'no event handler “dbxk4bgmn23mw9vkh_evnt”. Did you mean dbxk4bgmn23mw9vkh_event?',
    'handlers list',
    'handlers get fridge evnt',
    clinic,
  ],
  ['no endpoint “abc”.', 'endpoints list --solution clinic-monitor', 'endpoints get abc', clinic],
  ['no file “/a.html”.', 'files list', 'files download a.html', clinic],
  ['no role “nrse”. Did you mean nurse?', 'roles list --solution clinic-monitor', 'roles get nrse', clinic],
  ['no role “nurs”. Did you mean nurse?', 'roles list', 'user list-role-perms nurs', clinic],
  ['no user “999”.', 'users list --solution clinic-monitor', 'users get 999', clinic],
  ['no user “999”.', 'users list --solution clinic-monitor', 'user get-user 999', clinic],
  [
    'no device “frige-01”. Did you mean fridge-01',
    'devices list --all --product fridge',
    'devices get frige-01',
    fridge,
  ],
  ['no content “menu”.', 'content list --product fridge', 'content info menu', fridge],
])('what is not there is told by its name: %s', async (message, command, words, scope) => {
  await world.run(['murano', 'roles', 'create', 'nurse', ...clinic])
  const told = await world.fails(5, 'murano', ...words.split(' '), ...scope)
  expect(told).toContain(`There is ${message}`)
  expect(told).toContain(`See what there is: commsctl murano ${command}`)
})

test('a permission is told as it was typed', async () => {
  const told = await world.fails(5, 'murano', 'user', 'delete-perm', 'GET /a/b', ...clinic, '--yes')
  expect(told).toContain('Permission GET/a/b was not found')
})

test('a solution is found by a name that looks like an id', async () => {
  const name = 'clinicmonitor2026'
  const {id} = await world.json('murano', 'solutions', 'create', name)
  const product = await world.json('murano', 'solutions', 'create', 'fridgeproduct2026', '--type', 'product')
  expect(await world.json('murano', 'modules', 'list', '--solution', name)).toEqual([])
  await world.ok('murano', 'keystore', 'set', 'a', 'b', '--solution', name, '-o', 'json')
  expect(await world.ok('murano', 'keystore', 'get', 'a', '--solution', id as string)).toBe('b')
  expect(await world.json('murano', 'solutions', 'link', 'fridgeproduct2026', '--solution', name)).toMatchObject({
    product: product['id'],
    solution: id,
  })
  await world.ok('murano', 'solutions', 'delete', name, '--yes', '-o', 'json')
  expect(await world.fails(5, 'murano', 'modules', 'list', '--solution', name)).toContain(`${name} was not found`)
})

test('of two of a name, --business says which', async () => {
  await world.ok('murano', 'businesses', 'create', 'Second One', '-o', 'json')
  await world.ok('murano', 'solutions', 'create', 'twin', '--business', 'Second One', '-o', 'json')
  const {id} = await world.json('murano', 'solutions', 'create', 'twin', '--business', 'Sunrise Dental')
  expect(await world.fails(2, 'murano', 'keystore', 'list', '--solution', 'twin')).toContain('--business NAME')
  await world.ok(
    'murano',
    'keystore',
    'set',
    'a',
    'b',
    '--solution',
    'twin',
    '--business',
    'sunrise dental',
    '-o',
    'json',
  )
  expect(await world.json('murano', 'keystore', 'list', '--solution', id as string)).toEqual(['a'])
  expect(await world.json('murano', 'keystore', 'list', '--solution', 'twin', '--business', 'Second One')).toEqual([])
})
