import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {SandboxWorld} from '../support/sandbox-world.ts'

let world: SandboxWorld

const [hook, certificate] = ['hook-key-in-nobodys-sight', 'certificate-in-nobodys-sight']

beforeAll(() => {
  world = new SandboxWorld()
  writeFileSync(
    join(world.home, 'plan.yaml'),
    `subscriptions:
- {callback_url: "http://127.0.0.1:4021/desk", headers: {authorization: {secret: hook}}, events: {sms: [number_provisioned]}}
murano_devices:
- {product: fridge, identity: fridge-09, auth_type: certificate, key: {secret: fridge.key}}
`,
  )
})

afterAll(() => world.dispose())

test('a secret that is stored by name goes where a file refers to it, and is seen nowhere else', async () => {
  // What is planned needs no secret; what is applied says which is missing before anything is sent.
  expect(await world.json('plan', '-f', 'plan.yaml')).toHaveLength(2)
  const missing = await world.fails(2, 'apply', '-f', 'plan.yaml', '-y')
  expect(missing).toContain('subscriptions[0].headers.authorization: no secret “hook” is stored')
  expect(missing).toContain('murano_devices[0].key: no secret “fridge.key” is stored')
  expect(missing).toContain('commsctl config secrets set hook --profile sandbox')

  Object.assign(world.env, {HOOK: hook, CERTIFICATE: certificate})
  const said = [
    await world.run(['config', 'secrets', 'set', 'hook', 'env:HOOK']),
    await world.run(['config', 'secrets', 'set', 'fridge.key', 'env:CERTIFICATE']),
  ]
  Object.assign(world.env, {HOOK: '', CERTIFICATE: ''})
  expect(await world.json('config', 'secrets', 'list')).toEqual(
    ['fridge.key', 'hook'].map((name) => ({name, profile: 'sandbox'})),
  )
  said.push(await world.run(['apply', '-f', 'plan.yaml', '-y', '--har', 'apply.har', '--debug', '-o', 'json']))
  said.push(await world.run(['plan', '-f', 'plan.yaml', '--exit-code']))
  expect(said.map(({exitCode}) => exitCode)).toEqual([0, 0, 0, 0])
  const kept = files(world.home).filter((file) => !/secrets\.json$|sandbox\.db/.test(file))
  const seen = [...said.map(({stdout, stderr}) => stdout + stderr), ...kept.map((file) => readFileSync(file, 'latin1'))]
  expect(kept.some((file) => file.endsWith('ledger') || file.endsWith('apply.har'))).toBe(true)
  expect(seen.filter((text) => text.includes(hook) || text.includes(certificate))).toEqual([])
  const sent = readDatabase()
  expect([hook, certificate].filter((secret) => !sent.includes(secret))).toEqual([])
})

test('what is stored outlives the session, and is deleted by its name', async () => {
  await world.fails(5, 'config', 'secrets', 'delete', 'hook', 'hoook', '-y')
  await world.ok('config', 'secrets', 'delete', 'hook', '-y')
  expect(await world.ok('config', 'secrets', 'list', '-o', 'id')).toBe('fridge.key')
  await world.fails(2, 'config', 'secrets', 'set', 'a b', 'env:PATH')
})

/** All files below a folder. */
function files(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

/** What the sandbox holds, past its calls. */
function readDatabase(): string {
  return files(world.home)
    .filter((file) => file.includes('sandbox.db'))
    .map((file) => readFileSync(file, 'latin1'))
    .join('')
}
