import {afterAll, beforeAll, expect, test} from 'vitest'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const sandpit = ['--solution', 'Sandpit']
const user = (operation: string, ...args: string[]) => ['murano', 'user', operation, ...args, ...sandpit]

test('an end user registers, is activated and logs in; neither password nor token is shown', async () => {
  const env = {...world.env, SECRET: 'a-long-secret'}
  const secret = ['--password', 'env:SECRET', '--debug']
  const registered = await world.run(user('create-user', 'sam@clinic.example', '--name', 'Sam', ...secret), {env})
  expect(registered.exitCode).toBe(0)
  expect(registered.stderr).not.toContain('a-long-secret')
  expect(registered.stderr).not.toContain(registered.stdout)
  await world.ok(...user('activate-user', registered.stdout))
  const {stdout: token, stderr} = await world.run(user('get-user-token', 'sam@clinic.example', ...secret), {env})
  expect(token).toMatch(/^\w{40}$/)
  expect(stderr).not.toContain(token)
  const who = await world.run(user('get-current-user', '--token', '-', '-o', 'json'), {stdin: 'pipe', input: token})
  expect(JSON.parse(who.stdout)).toMatchObject({name: 'Sam', status: 1})
})

test('roles are written in short, permissions as METHOD/PATH; whether somebody may is an exit code', async () => {
  await world.ok(...user('create-permission', 'PUT', '/beds/{bed}'))
  await world.ok(...user('create-role', 'matron', '--parameter', 'clinic', '--parameter', 'ward'))
  await world.ok(...user('add-role-perm', 'matron', 'put /beds/{bed}'))
  await world.fails(4, ...user('has-user-perm', '1', 'PUT/beds/{bed}'))
  const held = await world.json(...user('assign-user', '1', 'matron:clinic=tampa,ward=north'))
  expect(held).toContainEqual({
    role_id: 'matron',
    parameters: [
      {name: 'clinic', value: 'tampa'},
      {name: 'ward', value: 'north'},
    ],
  })
  await world.ok(...user('has-user-perm', '1', 'PUT/beds/{bed}'))
  expect(await world.json(...user('list-user-role-param-values', '1', 'matron', 'ward'))).toEqual(['north'])
  const wrong = await world.fails(2, ...user('assign-user', '1', 'matron:clinic=north east'))
  expect(wrong).toContain('^[A-Za-z0-9]{1,100}$')
})

test('what is stored with somebody has names of its own, but not “id”', async () => {
  const stored = await world.json(...user('create-user-data', '1', '-F', 'badge=0417', '-F', 'shift.from=8'))
  expect(stored).toEqual({ward: 'north', badge: '0417', shift: {from: 8}})
  const refused = await world.fails(2, ...user('update-user-data', '1', '-F', 'id=2'))
  expect(refused).toContain('id cannot be sent')
  expect(refused).toContain('the service would take it for the id of the user')
  expect(await world.ok(...user('get-user-data', '1', 'badge'))).toBe('0417')
})

test('a page of values is asked for in the body', async () => {
  const curl = await world.ok(
    ...user('list-user-role-param-values', '1', 'nurse', 'clinic', '--limit', '5', '--dry-run'),
  )
  expect(curl).toContain('"parameter_name":"clinic","offset":0,"limit":5}')
})
