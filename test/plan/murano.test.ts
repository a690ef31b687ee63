import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {SandboxWorld} from '../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const orchard = `
murano_solutions:
  - {name: orchard, type: application}
  - {name: sprinkler, type: product}
murano_services:
  - {solution: orchard, service: twilio, parameters: {AccountSid: AC0123, AuthToken: {env: TWILIO_TOKEN}}}
  - {solution: orchard, service: keystore}
murano_links:
  - {solution: orchard, product: sprinkler, script_key: water}
murano_devices:
  - {product: sprinkler, identity: row-1, auth_type: token}
  - {product: sprinkler, identity: row-2, locked: true}
  - {product: fridge, identity: fridge-03, locked: false}
`

const secret = 'token-that-nobody-may-see'

function write(file: string, text: string): string {
  writeFileSync(join(world.home, file), text)
  return file
}

async function apply(file: string, ...flags: string[]): Promise<string[]> {
  const rows = await world.json<{action: string; kind: string; name: string; outcome: string}[]>(
    ...['apply', '-f', file, '-y', ...flags],
  )
  return rows.map(({action, kind, name, outcome}) => `${action} ${kind} ${name} ${outcome}`)
}

test('solutions, their services, links and devices are made in that order, and stay as they are after', async () => {
  Object.assign(world.env, {TWILIO_TOKEN: secret})
  const file = write('orchard.yaml', orchard)
  expect(await world.ok('plan', '-f', file, '-o', 'json')).not.toContain(secret)
  expect(await apply(file, '--har', 'apply.har')).toEqual([
    'create murano_solutions orchard done',
    'create murano_solutions sprinkler done',
    'create murano_services orchard/twilio done',
    'create murano_services orchard/keystore done',
    'create murano_links orchard/sprinkler done',
    'create murano_devices sprinkler/row-1 done',
    'create murano_devices sprinkler/row-2 done',
    'change murano_devices fridge/fridge-03 done',
  ])
  expect(readFileSync(join(world.home, 'apply.har'), 'utf8')).not.toContain(secret)
  expect(await world.json('plan', '-f', file, '--exit-code')).toEqual([])
  expect(await world.json('murano', 'services', 'get', 'twilio', '--solution', 'orchard')).toMatchObject({
    parameters: {AccountSid: 'AC0123'},
  })
  expect(await world.json('murano', 'devices', 'get', 'row-2', '--product', 'sprinkler')).toMatchObject({
    status: 'locked',
  })
})

test('what is exported of Murano is what there is, without secrets, and only where it is named', async () => {
  const {stdout, stderr} = await world.run(['export'])
  expect(stdout).not.toContain('murano')
  expect(stderr).toContain('murano_solutions, murano_services, murano_links, murano_devices')
  const kinds = ['solutions', 'services', 'links', 'devices'].flatMap((kind) => ['--kind', `murano_${kind}`])
  const whole = await world.ok('export', ...kinds)
  expect(whole).toContain('AccountSid: AC0123')
  expect(whole).not.toContain('AuthToken')
  expect(await world.json('plan', '-f', write('whole.yaml', whole), '--prune', '--exit-code')).toEqual([])
})

test('settings are laid over what is there, and pruning reaches only solutions that the section names', async () => {
  const file = write(
    'less.yaml',
    `murano_services:
- {solution: orchard, service: twilio, parameters: {From: "+19415550100"}}
murano_devices:
- {product: sprinkler, identity: row-1, locked: true}
`,
  )
  const pruned = await apply(file, '--prune')
  expect(pruned).toContain('change murano_services orchard/twilio done')
  expect(pruned).toContain('release murano_services orchard/keystore done')
  expect(pruned).toContain('change murano_devices sprinkler/row-1 done')
  expect(pruned).toContain('release murano_devices sprinkler/row-2 done')
  expect(pruned.join()).not.toContain('fridge')
  expect(pruned.join()).not.toContain('clinic-monitor')
  const {parameters} = await world.json<{parameters: object}>(
    ...['murano', 'services', 'get', 'twilio', '--solution', 'orchard'],
  )
  expect(Object.keys(parameters).sort()).toEqual(['AccountSid', 'AuthToken', 'From'])
  const unknown = write('unknown.yaml', 'murano_devices: [{product: sprinklr, identity: a}]\n')
  expect(await world.fails(2, 'plan', '-f', unknown)).toContain('no “sprinklr” among murano_solutions')
})

test('without a login to Murano an account is planned and exported, and what is in Murano is asked for only where it is named', async () => {
  Object.assign(world.env, {COMMSCTL_MURANO_TOKEN: 'not-one-of-murano'})
  const account = write('account.yaml', await world.ok('export', '--kind', 'groups'))
  expect(await world.json('plan', '-f', account, '--prune', '--exit-code')).toEqual([])
  await world.fails(3, 'plan', '-f', 'orchard.yaml')
})
