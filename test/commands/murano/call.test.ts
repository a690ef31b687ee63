import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const sandpit = ['--solution', 'Sandpit']
const clinic = ['--solution', 'clinic-monitor']

test('any operation is called; its arguments get the types that the service says, and are kept for the next time', async () => {
  const set = ['murano', 'call', 'user', 'createUserData', '-F', 'id=1']
  expect(await world.json(...set, '-F', 'badge=0417', '-F', 'beds=2', ...sandpit)).toMatchObject({
    badge: '0417',
    beds: 2,
  })
  expect(
    await world.ok('murano', 'call', 'user', 'getUserData', '--body', '{"id": 1, "key": "beds"}', ...sandpit),
  ).toBe('2')
  const input = '{"id": 1, "badge": "0418"}'
  const piped = await world.run(['murano', 'call', 'user', 'updateUserData', '--body', '-', ...sandpit], {
    stdin: 'pipe',
    input,
  })
  expect(JSON.parse(piped.stdout)).toMatchObject({badge: '0418'})
  expect(readdirSync(join(world.home, 'cache/commsctl/murano-services'))).toHaveLength(1)
})

test('what is wrong is told before it is sent: operations and arguments by near names, values by their pattern', async () => {
  const unknown = await world.fails(5, 'murano', 'call', 'keystore', 'gett', ...sandpit)
  expect(unknown).toContain('no operation “gett”. Did you mean get')
  expect(unknown).toContain('It has: clear, command, delete')
  expect(await world.fails(2, 'murano', 'call', 'keystore', 'set', '-F', 'value=1', ...sandpit)).toContain('lacks key')
  const wrong = await world.fails(2, 'murano', 'call', 'keystore', 'get', '-F', 'key=a b', ...sandpit)
  expect((JSON.parse(wrong) as {message: string}).message).toContain('must match pattern "^[\\w@.-]+$"')
})

test('a service that is not enabled says how to enable it; one that there is not names the near ones', async () => {
  const off = await world.fails(5, 'murano', 'twilio', 'list-call', ...sandpit)
  expect(off).toContain('The service twilio is not enabled')
  expect(off).toMatch(/Run: commsctl murano services add twilio --solution \w+/)
  const unknown = await world.fails(5, 'murano', 'call', 'keystor', 'get', '-F', 'key=a', ...sandpit)
  expect(unknown).toContain('Did you mean keystore?')
})

test('what costs money is asked first, and nothing is sent with --dry-run', async () => {
  const send = [
    'murano',
    'call',
    'twilio',
    'postMessage',
    '-F',
    'To=+19415550100',
    '-F',
    'From=+19415550199',
    '-F',
    'Body=Hi',
  ]
  expect(await world.fails(2, ...send, ...clinic)).toContain('--yes')
  await world.fails(2, 'murano', 'twilio', 'post-message', '+19415550100', '--from', '+19415550199', ...clinic)
  expect(await world.ok(...send, ...clinic, '--dry-run')).toContain('"To":"+19415550100"')
  expect(await world.json('murano', 'twilio', 'list-message', ...clinic)).toEqual([])
  await world.ok(...send, ...clinic, '--yes')
  expect(await world.json('murano', 'twilio', 'list-message', ...clinic)).toMatchObject([{body: 'Hi'}])
})

test('arguments that the operation does not have are warned of, with near names; so they are where others are missing', async () => {
  const sent = await world.run([
    'murano',
    'call',
    'timer',
    'sendAfter',
    '-F',
    'duration=5',
    '-F',
    'mesage=hi',
    ...sandpit,
  ])
  expect(sent.exitCode).toBe(0)
  expect(sent.stderr).toContain(
    'mesage is not a field that commsctl knows here. It is sent as it is; did you mean message?',
  )
  const refused = await world.fails(2, 'murano', 'call', 'keystore', 'get', '-F', 'kee=a', ...sandpit)
  expect(refused).toContain('The body lacks key')
  expect(refused).toContain('kee is not a field that commsctl knows here; did you mean key?')
  const unknown = await world.fails(5, 'murano', 'call', 'keystor', 'get', '-F', 'key=a', ...sandpit)
  expect(unknown).not.toContain('unchecked')
})
