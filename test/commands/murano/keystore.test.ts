import {afterAll, beforeAll, expect, test} from 'vitest'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {type Readable} from 'node:stream'
import {seededMurano} from '../../../src/sandbox/murano/seeded.ts'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

test('a value comes back as it was set, by the name of the solution; remembered ids that lead nowhere are looked up anew', async () => {
  const solution = ['--solution', 'clinic-monitor']
  await world.ok('murano', 'keystore', 'set', 'visits', '5', ...solution)
  await world.ok('murano', 'keystore', 'set', 'pin', '007', ...solution)
  const ids = join(world.home, 'cache/commsctl/ids.json')
  const entries = JSON.parse(readFileSync(ids, 'utf8')) as Record<string, {id: string}>
  expect(Object.values(entries).map(({id}) => id)).toContain(seededMurano.applicationId)
  for (const entry of Object.values(entries)) entry.id = 'a0'.repeat(8)
  writeFileSync(ids, JSON.stringify(entries))
  expect(await world.json('murano', 'keystore', 'get', 'visits', ...solution)).toEqual({value: 5})
  expect(await world.json('murano', 'keystore', 'get', 'pin', ...solution)).toEqual({value: '007'})
  expect(await world.request('murano', 'keystore', 'get', 'pin', ...solution)).toMatch(
    new RegExp(`^POST /api:1/solution/${seededMurano.applicationId}/serviceconfig/[0-9a-f]+/call/get$`),
  )
})

test('a near name is named, and a key that cannot be one is refused before anything is sent', async () => {
  const unknown = await world.fails(5, 'murano', 'keystore', 'list', '--solution', 'clinic-moniter')
  expect(unknown).toContain('Did you mean clinic-monitor?')
  expect(await world.fails(2, 'murano', 'keystore', 'get', 'a b', '--solution', 'Sandpit')).toContain('KEY')
  expect(await world.fails(2, 'murano', 'keystore', 'list')).toContain('commsctl config set murano_solution')
})

const sandpit = ['--solution', 'Sandpit']

test('the value alone is printed, of a list each element; a key without value is not found, a wrong one told by its pattern', async () => {
  expect(await world.ok('murano', 'keystore', 'get', 'greeting', ...sandpit)).toBe('hello')
  await world.ok('murano', 'keystore', 'command', 'rpush', 'queue', 'first', 'second', ...sandpit)
  expect(await world.ok('murano', 'keystore', 'command', ...sandpit, '--', 'lrange', 'queue', '0', '-1')).toBe(
    'first\nsecond',
  )
  const absent = await world.fails(5, 'murano', 'keystore', 'get', 'nobody', ...sandpit)
  expect(absent).toContain('The key nobody has no value.')
  expect(await world.fails(2, 'murano', 'keystore', 'get', 'a b', ...sandpit)).toContain('^[\\w@.-]+$')
})

test('what is exported is imported: values keep their types; keys that are no plain value are left out, with exit 9', async () => {
  const file = {pin: '007', ratio: 0.5, on: true, text: 'two\nlines'}
  await world.run(['murano', 'keystore', 'import', '-', ...sandpit], {stdin: 'pipe', input: JSON.stringify(file)})
  const {exitCode, stdout, stderr} = await world.run(['murano', 'keystore', 'export', ...sandpit])
  expect(exitCode).toBe(9)
  expect(JSON.parse(stdout)).toEqual({...file, greeting: 'hello'})
  expect(JSON.parse(stderr)).toMatchObject({code: 'partly-failed', details: ['queue']})
  expect(await world.json('murano', 'keystore', 'export', '--match', 'p?n', ...sandpit)).toEqual({pin: '007'})
  expect(await world.json('murano', 'keystore', 'list', '--match', '*t*', ...sandpit)).toEqual([
    'greeting',
    'ratio',
    'text',
  ])
})

test('a file with a key that cannot be one is refused whole', async () => {
  writeFileSync(join(world.home, 'wrong.json'), '{"fine": 1, "not fine": 2}')
  expect(await world.fails(2, 'murano', 'keystore', 'import', 'wrong.json', ...sandpit)).toContain('not fine')
  await world.fails(5, 'murano', 'keystore', 'get', 'fine', ...sandpit)
})

test('a key that is watched is printed, again when it changes, and until Ctrl-C', async () => {
  expect(await world.fails(2, 'murano', 'keystore', 'watch', 'light', '--interval', '0', ...sandpit)).toContain(
    'too often',
  )
  const running = world.run(['murano', 'keystore', 'watch', 'light', '--interval', '500ms', ...sandpit], {
    buffer: false,
  })
  const {stdout, kill} = running as unknown as {stdout: Readable; kill: (signal: string) => void}
  const lines = createInterface(stdout)[Symbol.asyncIterator]()
  const next = async () => (JSON.parse((await lines.next()).value as string) as {value: unknown}).value
  expect(await next()).toBeNull()
  await world.ok('murano', 'keystore', 'set', 'light', 'green', ...sandpit)
  expect(await next()).toBe('green')
  kill('SIGINT')
  expect((await running).exitCode).toBe(130)
})
