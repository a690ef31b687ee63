import {afterAll, beforeAll, expect, test} from 'vitest'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
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
