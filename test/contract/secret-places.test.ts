import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {seededMurano} from '../../src/sandbox/murano/seeded.ts'
import {seededAccess, seededProviders} from '../../src/sandbox/seeded-access.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {type World} from '../support/world.ts'

const {activate, password} = {activate: seededMurano.devices.waiting, password: seededAccess.password}
const given = {
  CALLBACK: 'CANARY-callback-header',
  OF_ROW: 'CANARY-of-a-row-1',
  ACCOUNT_PASSWORD: password,
  MURANO_PASSWORD: seededMurano.password,
  BASIC: seededAccess.basicToken,
}

/** A session that has each kind of secret: what is typed, what is stored, and what is sent with it. */
const session = [
  'login --email admin@sunrise.example --password env:ACCOUNT_PASSWORD --basic-token env:BASIC --profile own',
  'murano login --email ada@sunrise.example --password env:MURANO_PASSWORD',
  'oauth tokens check --access-token env:CALLBACK',
  'pubsub subscriptions create --callback-url http://127.0.0.1:9/ --callback-header X-Key=env:CALLBACK --event messaging=conversation_message_sent',
  `murano devices activate ${activate} --product ${seededMurano.productId} --yes`,
  `murano devices write ${activate} temperature=4 --product ${seededMurano.productId}`,
  `murano user create-user --solution ${seededMurano.applicationId} --from-file users.csv --outcomes users.ndjson`,
  `providers token ${seededProviders.connection} --connection -o id`,
  'whoami',
]

test('no secret is seen in messages or by ps, nor left in recordings, the history, journals, or anywhere but in the store of secrets', async () => {
  const {sandbox, world, url} = await servedSandbox()
  const own = Object.entries(world.env).filter(([name]) => !name.startsWith('COMMSCTL_'))
  Object.assign(world, {env: {...Object.fromEntries(own), ...given, COMMSCTL_PROFILE: 'own'}})
  const running: string[] = []
  const {server} = await sandbox.app()
  server.on('request', () => running.push(execFileSync('ps', ['-Ao', 'args'], {encoding: 'utf8'})))
  writeFileSync(join(world.home, 'users.csv'), `EMAIL,name,password\nada@new.example,Ada,${given.OF_ROW}\n`)
  const said: string[] = []
  const printed: string[] = []
  const hosts = ['api', 'auth', 'murano'].flatMap((name) => [`--${name}-host`, url])
  expect((await world.run(['profiles', 'set', 'own', ...hosts])).exitCode).toBe(0)
  for (const [at, line] of session.entries()) {
    // So late that the token has ended: it is renewed, with the refresh token.
    if (line === 'whoami') sandbox.clock.advance(86_400_000)
    const {exitCode, stdout, stderr} = await world.run([...line.split(' '), '--debug', '--har', `${at}.har`])
    const expected = line.startsWith('oauth tokens check') ? 3 : 0
    expect({line, exitCode, stderr: exitCode === expected ? '' : stderr}).toEqual({
      line,
      exitCode: expected,
      stderr: '',
    })
    if (line.startsWith('providers token')) printed.push(stdout)
    else said.push(stdout)
    said.push(stderr)
  }
  const kept = secretsIn(world)
  expect(kept.length).toBeGreaterThan(3)
  const secrets = [...Object.values(given), ...kept, ...printed]
  const leaked = (text: string) => secrets.filter((secret) => text.includes(secret))
  expect(said.flatMap(leaked)).toEqual([])
  expect(running.some((processes) => processes.includes('--callback-header X-Key=env:CALLBACK'))).toBe(true)
  expect(running.flatMap(leaked)).toEqual([])
  expect(filesOf(world).flatMap(({name, text}) => leaked(text).map((secret) => `${name}: ${secret}`))).toEqual([])
})

test('what was typed in the wrong place, or in a URL, is left nowhere', async () => {
  const world = new SandboxWorld()
  onTestFinished(() => world.dispose())
  const lines = [
    ...['token', 'password', 'basic_token', 'murano_token', 'murano_password'].map(
      (key) => `config set ${key} CANARY-1`,
    ),
    'config set token=CANARY-1',
    'login -p x CANARY-1',
    'profiles set x --api-host https://u:CANARY-1@h.example',
    'pubsub subscriptions create --callback-url http://u:CANARY-1@127.0.0.1:9/?token=CANARY-1 --event messaging=conversation_message_sent --debug --har x.har',
  ]
  await Promise.all(lines.slice(0, -1).map((line) => world.run(line.split(' '))))
  const {stderr} = await world.run(lines.at(-1)!.split(' '))
  expect(stderr).toContain('http://***@127.0.0.1:9/?token=***')
  await world.run(['shell'], {stdin: 'pipe', input: lines.join('\n')})
  await world.run(['doctor', '--bundle', 'bundle.json'])
  expect(filesOf(world).flatMap(({name, text}) => (text.includes('CANARY-1') ? [name] : []))).toEqual([])
  expect(stderr).not.toContain('CANARY-1')
})

/** Every secret that the program has stored: of the profile, of Murano, of the device. */
function secretsIn(world: World): string[] {
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap((inner) => texts(inner))
  const stored = JSON.parse(readFileSync(secretsFile(world), 'utf8')) as object
  return texts(stored).filter((text) => text.length >= 16 && !text.startsWith('http'))
}

const secretsFile = ({env}: World) => join(env['XDG_DATA_HOME']!, 'commsctl/secrets.json')

/** What the session has left in the user's folders, but for the store of secrets, and the file that held one to begin with. */
function filesOf(world: World): {name: string; text: string}[] {
  const entries = readdirSync(world.home, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const names = entries.map(({parentPath, name}) => join(parentPath, name))
  // Databases of sandboxes stand for the service.
  const sandboxes = [join(world.home, 'sandbox.db'), join(world.env['XDG_DATA_HOME']!, 'commsctl/sandbox.db')]
  const own = [secretsFile(world), join(world.home, 'users.csv'), ...sandboxes]
  return names
    .filter((name) => !own.some((path) => name.startsWith(path)))
    .map((name) => ({name, text: readFileSync(name, 'latin1')}))
}
