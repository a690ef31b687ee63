import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'
import {seededMurano} from '../../../src/sandbox/murano/seeded.ts'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const monitor = ['--solution', 'clinic-monitor']
const sandpit = ['--solution', 'Sandpit']
const product = ['--product', 'fridge']

function murano(...args: string[]): Promise<string> {
  return world.ok('murano', ...args)
}

test('a service is enabled, changed in part and disabled; near names are named, and how to enable one', async () => {
  const missing = await world.fails(5, 'murano', 'services', 'get', 'postgresql', ...monitor)
  expect(missing).toContain(`commsctl murano services add postgresql --solution ${seededMurano.applicationId}`)
  expect(await world.fails(5, 'murano', 'services', 'add', 'postgre', ...monitor)).toContain('Did you mean postgresql?')
  await murano('services', 'add', 'postgresql', ...monitor)
  await murano('services', 'update', 'device', '-F', 'parameters.pid[]=abc', ...monitor)
  await murano('services', 'update', 'device', '-F', 'parameters.note=x', ...monitor)
  expect(await world.json('murano', 'services', 'get', 'device', ...monitor)).toMatchObject({
    parameters: {pid: ['abc'], note: 'x'},
    triggers: {pid: []},
  })
  await murano('services', 'remove', 'postgresql', '--yes', ...monitor)
  await world.fails(5, 'murano', 'services', 'get', 'postgresql', ...monitor)
})

test('a product is linked with a handler of its events, again without harm, and unlinked', async () => {
  const link = ['murano', 'solutions', 'link', 'fridge', ...sandpit, '--script-key', 'fridge']
  expect(await world.json(...link)).toMatchObject({linked: 'now', handler: 'now'})
  expect(await world.json(...link)).toMatchObject({linked: 'before', handler: 'before'})
  await murano('solutions', 'unlink', 'fridge', '--yes', ...sandpit)
  await world.fails(5, 'murano', 'services', 'get', 'fridge', ...sandpit)
  expect(await murano('handlers', 'list', '-o', 'id', ...sandpit)).toBe(`${seededMurano.productId}_event`)
})

test('one value of a setting is changed, and what is beside it stays', async () => {
  const write = (...args: string[]) => world.json('murano', 'settings', 'write', ...args)
  expect(await write('gateway.protocol', 'devmode', 'true', '--bool', ...product)).toEqual({
    name: 'onep',
    devmode: true,
  })
  expect(await write('webservice.cors', 'headers', 'X-Clinic', '--append', ...monitor)).toMatchObject({
    credentials: true,
    headers: ['Content-Type', 'Cookie', 'Authorization', 'X-Clinic'],
  })
  expect(await world.fails(2, 'murano', 'settings', 'read', 'gateway.protocoll')).toContain('gateway.protocol?')
  await murano('env', 'set', 'REGION=eu', 'LEVEL=debug', ...sandpit)
  expect(await world.json('murano', 'env', 'unset', 'LEVEL', '--yes', ...sandpit)).toEqual({REGION: 'eu'})
})

test('a value of a setting keeps its type, and a key that the setting cannot have is refused', async () => {
  const write = ['murano', 'settings', 'write']
  const protocol = [...write, 'gateway.protocol']
  expect(await world.json(...protocol, 'devmode', 'on', ...product)).toMatchObject({devmode: true})
  expect(await world.fails(2, ...protocol, 'devmode', 'maybe', ...product)).toContain('--bool')
  expect(await world.fails(2, ...protocol, 'devmode', '1', '--num', ...product)).toContain('--bool')
  expect(await world.fails(2, ...protocol, 'devmod', 'true', ...product)).toContain('Did you mean devmode?')
  expect(await world.json(...write, 'webservice.cors', 'methods', 'GET', ...monitor)).toMatchObject({methods: ['GET']})
  expect(
    await world.json(...write, 'webservice.cors', 'origin', '["https://a.example"]', '--json-values', ...monitor),
  ).toMatchObject({origin: ['https://a.example']})
  await murano('services', 'update', 'device', '-F', 'parameters.note=x', ...monitor)
  expect(await world.run([...write, 'device', 'notes', 'y', ...monitor])).toMatchObject({
    exitCode: 0,
    stderr: expect.stringContaining('Did you mean note?') as string,
  })
})

test('a list or an object in a field is one', async () => {
  await murano(
    'services',
    'update',
    'device',
    '-F',
    'parameters.pid=["abc"]',
    '-F',
    'parameters.at={"b":1}',
    ...monitor,
  )
  expect(await world.json('murano', 'services', 'get', 'device', ...monitor)).toMatchObject({
    parameters: {pid: ['abc'], at: {b: 1}},
  })
})

test('resources and rules of a gateway are changed one by one', async () => {
  await murano('gateway', 'resources', 'set', 'humidity', '--format', 'number', '--unit', '%', ...product)
  await murano('gateway', 'resources', 'set', 'humidity', '--settable', ...product)
  await murano('gateway', 'resources', 'delete', 'light', '--yes', ...product)
  const rows = await world.json<{alias: string}[]>('murano', 'gateway', 'resources', 'list', ...product)
  expect(rows.map(({alias}) => alias)).toEqual(['temperature', 'setpoint', 'door', 'humidity'])
  expect(rows.at(-1)).toEqual({alias: 'humidity', format: 'number', unit: '%', settable: true})
  const set = ['murano', 'gateway', 'provisioning', 'set', ...product]
  expect(await world.json(...set, '--allow-ip', '192.0.2.0/24')).toMatchObject({
    enabled: true,
    ip_whitelisting: {enabled: false, allowed: ['192.0.2.0/24']},
  })
  expect(await world.fails(2, ...set)).toContain('Nothing is given')
})

test('roles and users come and go; deleting a solution asks first', async () => {
  await murano('roles', 'create', 'nurse', '--parameter', 'clinic', ...monitor)
  expect(await world.json('murano', 'roles', 'get', 'nurse', ...monitor)).toMatchObject({parameter: [{name: 'clinic'}]})
  world.env['PW'] = 'Kelp-forest-29'
  await murano('users', 'create', 'gil@bay.example', '--name', 'Gil', '--password', 'env:PW', ...monitor)
  const [user] = await world.json<{id: string; email: string}[]>('murano', 'users', 'list', ...monitor)
  expect(user).toMatchObject({email: 'gil@bay.example'})
  await murano('users', 'delete', String(user?.id), '--yes', ...monitor)
  await murano('roles', 'delete', 'nurse', '--yes', ...monitor)
  expect(await murano('roles', 'list', '-o', 'json', ...monitor)).toBe('[]')
  expect(await world.fails(2, 'murano', 'solutions', 'delete', 'Sandpit')).toContain('Sandpit')
})

test('products of the first generation are defined in YAML and reached by calls', async () => {
  const {productId} = seededMurano
  const spec = 'resources: [{alias: humidity, format: float}]'
  await murano('legacy', 'products', 'define', productId, '--definition', spec)
  expect(await world.json('murano', 'legacy', 'products', 'write', productId, 'fridge-01', 'humidity=40')).toEqual({
    humidity: 'ok',
  })
  const body = JSON.stringify({auth: {}, calls: [{id: 1, procedure: 'lookup', arguments: ['alias', '']}]})
  expect(await world.json('murano', 'legacy', 'products', 'rpc', productId, '--body', body)).toMatchObject([
    {id: 1, status: 'ok'},
  ])
  expect(await murano('legacy', 'products', 'provision', productId, 'model')).toContain('fridge-01,provisioned')
})

test('with two businesses and none chosen, a solution is looked for in both', async () => {
  const own = new SandboxWorld()
  onTestFinished(() => own.dispose())
  const {bizid} = await own.json<{bizid: string}>('murano', 'businesses', 'create', 'North')
  await own.ok('murano', 'solutions', 'create', 'Sandpit', '--business', bizid)
  const env = {...own.env, COMMSCTL_MURANO_BUSINESS: ''}
  const get = (name: string) => own.run(['murano', 'solutions', 'get', name, '-o', 'json'], {env})
  expect(await get('clinic-monitor')).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining(seededMurano.applicationId) as string,
  })
  expect(await get('nowhere')).toMatchObject({exitCode: 5})
  const several = await get('Sandpit')
  expect(several).toMatchObject({exitCode: 2, stdout: ''})
  expect(several.stderr).toMatch(/in North/)
  expect(several.stderr).toContain('in Sunrise Dental')
})

test('what hints say can be run as it stands', async () => {
  const hinted = async (...args: string[]) => {
    const [, line = ''] = /: commsctl (.*)$/m.exec(await world.fails(5, 'murano', ...args)) ?? []
    await world.ok(...line.split(' '))
    return line
  }
  expect(await hinted('keystore', 'get', 'nokey', ...monitor)).toContain('keystore list --solution')
  expect(await hinted('call', 'keystore', 'gte', ...monitor)).toContain('call keystore --solution')
  expect(await hinted('events', 'get', 'timer', 'tmer', ...monitor)).toContain('events list --solution')
  expect(await hinted('settings', 'read', 'device', 'nosuch', ...monitor)).toContain('read device --solution')
  expect(await hinted('services', 'get', 'nosuch', ...monitor)).toContain('services available --solution')
  expect(await world.fails(5, 'murano', 'call', 'keystore', 'gte', ...monitor)).toContain('Did you mean get')
})

test('a plain number of a timer is milliseconds, in help and in errors; defaults are shown as they are typed', async () => {
  expect(
    await world.fails(2, 'murano', 'timer', 'send-after', '--duration', 'soon', '--message', 'x', ...monitor),
  ).toContain('a plain number is milliseconds')
  expect(await world.ok('murano', 'keystore', 'watch', '--help')).toContain('[default: 2s]')
})
