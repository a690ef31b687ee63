import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {devices} from '../../../src/sandbox/murano/devices.ts'
import {seededMurano} from '../../../src/sandbox/murano/seeded.ts'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const product = ['--product', 'fridge']
const {active, waiting} = seededMurano.devices

/** What the sandbox gave the device as key. */
function keyOf(identity: string): Promise<string> {
  const id = `${seededMurano.productId}:${identity}`
  return world.inside(({store}) => store.collection(devices).get(id)?.cik ?? '')
}

test('a device is activated once, speaks with the key that is stored and never shown, and has none after a revocation', async () => {
  const run = (...args: string[]) => world.run(['murano', 'devices', ...args, ...product, '--debug'])
  const activation = await run('activate', waiting)
  expect(activation).toMatchObject({exitCode: 0})
  const key = await keyOf(waiting)
  expect(key).toMatch(/^[a-z0-9]{40}$/)
  const secrets = readFileSync(join(world.home, 'data/commsctl/secrets.json'), 'utf8')
  expect(secrets).toContain(key)
  const write = await run('write', waiting, 'temperature=4.5', 'door=open')
  const read = await run('read', waiting, 'temperature', 'setpoint', '-o', 'json')
  expect(JSON.parse(read.stdout)).toEqual({temperature: '4.5', setpoint: null})
  for (const {stdout, stderr} of [activation, write, read]) expect(stdout + stderr).not.toContain(key)
  expect(await run('activate', waiting)).toMatchObject({exitCode: 6, stdout: ''})
  expect(await run('revoke', waiting, '--yes')).toMatchObject({exitCode: 0})
  const after = await run('read', waiting, 'temperature')
  expect(after).toMatchObject({exitCode: 3, stdout: ''})
  expect(after.stderr).toContain(`commsctl murano devices activate ${waiting}`)
})

test('the key of a device that was activated elsewhere is given, also to a host that is named', async () => {
  const key = ['--cik', 'env:KEY', ...product]
  world.env['KEY'] = seededMurano.cik
  expect(await world.json('murano', 'devices', 'read', active, 'temperature', ...key)).toEqual({temperature: '4.2'})
  const shown = ['--device-host', 'https://m2.example', '--dry-run']
  const curl = await world.ok('murano', 'devices', 'activate', active, ...product, ...shown)
  expect(curl).toContain('https://m2.example/provision/activate')
})

test('values are told as what the resource is; what cannot be told is refused before anything is sent', async () => {
  const set = (...values: string[]) => ['murano', 'devices', 'state', 'set', active, ...values, ...product]
  await world.ok(...set('setpoint=5', 'light=on'))
  expect(await world.json('murano', 'devices', 'state', 'get', active, ...product)).toMatchObject({
    setpoint: {set: '5', reported: '4'},
    light: {set: 'true'},
  })
  expect(await world.fails(2, ...set('setpoint=cold'))).toContain('no number')
  expect(await world.fails(2, ...set('door=open'))).toContain('reported by the device')
  expect(await world.fails(5, ...set('setpiont=4'))).toContain('Did you mean setpoint?')
})

test('a file lets many devices in, all of whom are listed; what cannot be undone names the device first', async () => {
  const file = join(world.home, 'many.csv')
  const identities = Array.from({length: 230}, (_, index) => `many-${index}`)
  writeFileSync(file, ['ID', ...identities, ''].join('\n'))
  await world.ok('murano', 'devices', 'enable-many', file, ...product)
  const listed = await world.ok('murano', 'devices', 'list', '--all', '-o', 'id', ...product)
  const all = listed.trim().split('\n')
  expect(new Set(all).size).toBe(all.length)
  expect(all).toEqual(expect.arrayContaining(identities))
  expect(await world.fails(2, 'murano', 'devices', 'delete', 'many-7', ...product)).toContain(
    'Delete the device many-7',
  )
})
