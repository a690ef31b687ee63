import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {seededMurano} from '../../../src/sandbox/murano/seeded.ts'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const clinic = ['--solution', 'clinic-monitor']

test('a script that an event gives to begin with handles it', async () => {
  const stub = await world.ok('murano', 'events', 'get', 'timer', 'timer', '--jq', '.stub', ...clinic)
  expect(stub).toContain('request.timer_id')
  writeFileSync(join(world.home, 'timer.lua'), stub)
  await world.ok('murano', 'handlers', 'put', 'timer', 'timer', '@timer.lua', ...clinic)
  expect(await world.ok('murano', 'handlers', 'get', 'timer', 'timer', ...clinic)).toBe(stub.trimEnd())
  await world.ok('murano', 'timer', 'send-after', '--duration', '1h', '--message', '{"bed": 4}', ...clinic)
  await world.ok('sandbox', 'clock', 'advance', '1h')
  const {items} = await world.json<{items: {message: string}[]}>(
    'api', 'GET', `/solution/${seededMurano.applicationId}/logs`, '--host', 'murano',
  ) // prettier-ignore
  expect(items.map(({message}) => message).join('\n')).toContain('timer timer: {')
})

test('a linked product is named, its handler listed by its id and deleted when it is meant', async () => {
  const name = `${seededMurano.productId}_event`
  expect(await world.json('murano', 'events', 'list', 'fridge', ...clinic)).toMatchObject([{handler: `handle_${name}`}])
  expect(await world.ok('murano', 'handlers', 'list', '-o', 'id', ...clinic)).toContain(name)
  await world.fails(2, 'murano', 'handlers', 'delete', 'fridge', 'event', ...clinic)
  await world.ok('murano', 'handlers', 'delete', 'fridge', 'event', '--yes', ...clinic)
  await world.fails(5, 'murano', 'handlers', 'get', 'fridge', 'event', ...clinic)
})

test('an event that the service does not have is refused, with the near one', async () => {
  const refused = await world.fails(5, 'murano', 'handlers', 'put', 'timer', 'timr', 'return', ...clinic)
  expect(refused).toContain('no event “timr”. Did you mean timer?')
})
