import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {seededAccess, seededReader} from '../../src/sandbox/seeded-access.ts'
import {startPty} from '../support/pty.ts'
import {serveSandbox, type SandboxServer} from '../support/sandbox-server.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'
import {bin, type Run, World} from '../support/world.ts'

interface StoredSession {
  access_token: string
  refresh_token?: string
}

/** A user who has an account at a served sandbox, and has not logged in. */
class User extends World {
  constructor(readonly url: string) {
    super({PASSWORD: seededAccess.password, BASIC: seededAccess.basicToken, CLIENT_SECRET: seededAccess.secret})
  }

  login(...flags: string[]): Promise<Run> {
    return this.loginWith({}, ...flags)
  }

  loginWith({url = this.url, password = 'env:PASSWORD'}: {url?: string; password?: string}, ...flags: string[]) {
    const credentials = ['--email', seededAccess.email, '--password', password, '--basic-token', 'env:BASIC']
    return this.run(['login', '--api-host', url, ...credentials, ...flags])
  }

  config(): {current?: string; profiles: Record<string, Record<string, string>>} {
    return JSON.parse(readFileSync(join(this.home, 'config/commsctl/config.json'), 'utf8')) as ReturnType<
      User['config']
    >
  }

  session(profile = 'default'): StoredSession {
    const text = readFileSync(join(this.home, 'data/commsctl/secrets.json'), 'utf8')
    const {profiles} = JSON.parse(text) as {profiles: Record<string, {session: StoredSession}>}
    return profiles[profile]!.session
  }
}

let host: SandboxWorld
let server: SandboxServer
let user: User

beforeAll(async () => {
  host = new SandboxWorld()
  server = await serveSandbox(host, '--log')
})

afterAll(async () => {
  await server.stop()
  host.dispose()
})

beforeEach(() => {
  user = new User(server.url)
})

afterEach(() => user.dispose())

describe('login with a password', () => {
  test('prints the identity, tells who is logged in where, and stores the profile', async () => {
    const {exitCode, stdout, stderr} = await user.login('-o', 'csv')
    expect(exitCode).toBe(0)
    expect(stdout).toContain(`${seededAccess.userUuid},${seededAccess.email},`)
    expect(stderr).toContain(`Logged in to ${server.url} as ${seededAccess.email}, profile “default”.`)
    expect(user.config()).toMatchObject({
      current: 'default',
      profiles: {
        default: {
          api_host: server.url,
          auth_host: server.url,
          account: seededAccess.accountUuid,
          user: seededAccess.userUuid,
          email: seededAccess.email,
        },
      },
    })
    expect((await user.run(['whoami', '-o', 'id'])).stdout).toBe(seededAccess.userUuid)
  })

  test('takes what is left out from the environment, for a new profile also the hosts', async () => {
    const {stdout: lines} = await user.run(['sandbox', 'env', '--port', server.port, '--as', 'reader', '-o', 'json'])
    const env = {...user.env, ...(JSON.parse(lines) as Record<string, string>)}
    expect(await user.run(['login', '--profile', 'reader', '-o', 'id'], {env})).toMatchObject({
      exitCode: 0,
      stdout: seededReader.userUuid,
    })
    expect(user.config().profiles['reader']).toMatchObject({api_host: server.url, user: seededReader.userUuid})
  })

  test('takes a password of the environment for an existing profile, unless the environment names another host', async () => {
    await user.login()
    const env = {...user.env, COMMSCTL_PASSWORD: seededAccess.password}
    expect((await user.run(['login', '--profile', 'default'], {env})).exitCode).toBe(0)
    const elsewhere = {...env, COMMSCTL_API_HOST: 'https://elsewhere.example'}
    const refused = await user.run(['login', '--profile', 'default'], {env: elsewhere})
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toContain('Missing --password.')
  })

  test('a wrong password is exit 3, and nothing is stored', async () => {
    const {exitCode, stdout, stderr} = await user.loginWith({password: 'env:BASIC'})
    expect({exitCode, stdout}).toEqual({exitCode: 3, stdout: ''})
    expect(stderr).toContain('did not take the e-mail address, password and basic token')
    expect((await user.run(['profiles', 'list', '-o', 'id'])).stdout).toBe('sandbox')
  })

  test('where nobody can be asked, one usage error names all that is missing', async () => {
    const {exitCode, stderr} = await user.run(['login'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('Missing --email, --password, --basic-token (or --public-id and --secret).')
  })

  test('a second profile does not become the current one', async () => {
    await user.login()
    expect((await user.login('--profile', 'second')).stderr).toContain('commsctl profiles use second')
    expect(user.config().current).toBe('default')
  })

  test('keeps the account that the same user chose to work on', async () => {
    await user.login()
    const chosen = '11111111-1111-4111-8111-111111111111'
    await user.run(['profiles', 'set', '--account', chosen])
    await user.login()
    expect(user.config().profiles['default']!['account']).toBe(chosen)
  })

  test('does not lead the current profile to another host', async () => {
    await user.login()
    const {exitCode, stderr} = await user.run(['login', '--api-host', 'https://elsewhere.example'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('commsctl login --profile NAME')
    expect(user.config().profiles['default']!['api_host']).toBe(server.url)
  })
})

describe('login by other means', () => {
  test('with the credentials of the application', async () => {
    const id = ['--public-id', seededAccess.publicId, '--secret', 'env:CLIENT_SECRET']
    const {exitCode} = await user.run(['login', '--api-host', server.url, '--client-credentials', ...id])
    expect(exitCode).toBe(0)
    expect((await user.run(['whoami', '-o', 'id'])).stdout).toBe(seededAccess.userUuid)
    expect(user.session().refresh_token).toBeUndefined()
  })

  test('with a token from standard input, which is asked of the service first', async () => {
    await user.login()
    const {access_token: token} = user.session()
    const args = ['login', '--profile', 'token', '--api-host', server.url, '--with-token', '-o', 'id']
    const {exitCode, stdout} = await user.run(args, {stdin: 'pipe', input: `${token}\n`})
    expect({exitCode, stdout}).toEqual({exitCode: 0, stdout: seededAccess.userUuid})
    expect((await user.run(['whoami', '-p', 'token', '-o', 'id'])).stdout).toBe(seededAccess.userUuid)
  })

  test('a token that the service does not take is exit 3, and not stored', async () => {
    const args = ['login', '--api-host', server.url, '--with-token']
    expect(await user.run(args, {stdin: 'pipe', input: 'no.such.token'})).toMatchObject({exitCode: 3, stdout: ''})
    expect((await user.run(['whoami', '-p', 'default'])).exitCode).toBe(2)
  })

  test('no token on standard input is a usage error', async () => {
    const {exitCode, stderr} = await user.run(['login', '--with-token'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('standard input is empty')
  })

  test.each([
    [['--with-token', '--email', 'a@b.example'], '--email and --with-token'],
    [['--client-credentials', '--email', 'a@b.example'], '--email and --client-credentials'],
    [['--secret', 'env:BASIC'], '--secret needs --public-id'],
    [['--profile', 'sandbox'], 'needs no login'],
    [['--profile', 'a b'], 'cannot be the name of a profile'],
    [['--api-host', 'nowhere'], '--api-host is not an http(s) URL'],
    [['--api-host', 'http://203.0.113.9'], 'plain http'],
  ])('refuses %j', async (flags, message) => {
    const {exitCode, stderr} = await user.run(['login', ...flags])
    expect({exitCode, stderr}).toMatchObject({exitCode: 2, stderr: expect.stringContaining(message) as string})
  })
})

describe('on a terminal', () => {
  const env = () => ({...user.env, TERM: 'xterm-256color'})

  test('asks for the e-mail address and, hidden, for the secrets', async () => {
    const run = startPty(process.execPath, [bin, 'login', '--api-host', server.url], {env: env(), columns: 120})
    await run.shows('email')
    run.pty.write(`${seededAccess.email}\r`)
    await run.shows('password of the user')
    run.pty.write(`${seededAccess.password}\r`)
    await run.shows('public-id')
    run.pty.write(`${seededAccess.publicId}\r`)
    await run.shows('secret of the application')
    run.pty.write(`${seededAccess.secret}\r`)
    expect(await run.exit).toBe(0)
    expect(run.output()).toContain('Logged in to')
    expect(run.output()).not.toContain(seededAccess.password)
    expect(run.output()).not.toContain(seededAccess.secret)
    expect((await user.run(['whoami', '-o', 'id'])).stdout).toBe(seededAccess.userUuid)
  })

  test('Ctrl-C at the hidden prompt is exit 130, stores nothing and leaves a sane terminal', async () => {
    const line = `stty -g; ${process.execPath} ${bin} login --email a@b.example; echo "exit $?"; stty -g`
    const run = startPty('bash', ['-c', line], {env: env()})
    await run.shows('password of the user')
    run.pty.write('half a secret\x03')
    await run.shows('exit 130')
    await run.exit
    const modes = run.output().match(/^[0-9a-f]+(:[0-9a-f]+){10,}/gm)
    expect(modes).toHaveLength(2)
    expect(modes![0]).toBe(modes![1])
    expect(run.output().lastIndexOf('\x1b[?25h')).toBeGreaterThanOrEqual(run.output().lastIndexOf('\x1b[?25l'))
    expect((await user.run(['profiles', 'list', '-o', 'id'])).stdout).toBe('sandbox')
  })
})

describe('a session', () => {
  test('that was revoked elsewhere is exit 3', async () => {
    await user.login()
    const {access_token: token} = user.session()
    const args = ['login', '--profile', 'copy', '--api-host', server.url, '--with-token']
    await user.run(args, {stdin: 'pipe', input: token})
    expect((await user.run(['logout', '--profile', 'default'])).exitCode).toBe(0)
    expect(await user.run(['whoami', '--profile', 'copy'])).toMatchObject({exitCode: 3, stdout: ''})
  })

  test('that has expired is renewed once, however many processes notice', async () => {
    await user.login()
    const {access_token: before} = user.session()
    await host.ok('sandbox', 'clock', 'advance', '2h')
    const grants = () =>
      server
        .stderr()
        .split('\n')
        .filter((line) => line.startsWith('POST /oauth/token 200')).length
    const known = grants()
    const runs = await Promise.all(Array.from({length: 10}, () => user.run(['whoami', '-o', 'id'])))
    expect(runs.map(({exitCode, stdout}) => `${exitCode} ${stdout}`)).toEqual(
      Array.from({length: 10}, () => `0 ${seededAccess.userUuid}`),
    )
    expect(grants() - known).toBe(1)
    expect(user.session().access_token).not.toBe(before)
  })

  test('of a token alone that has expired is exit 3', async () => {
    await user.login()
    const args = ['login', '--profile', 'token', '--api-host', server.url, '--with-token']
    await user.run(args, {stdin: 'pipe', input: user.session().access_token})
    await host.ok('sandbox', 'clock', 'advance', '2h')
    const {exitCode, stderr} = await user.run(['whoami', '--profile', 'token'])
    expect(exitCode).toBe(3)
    expect(stderr).toContain('commsctl login --profile token')
  })

  test('goes to no other host than the one it was issued for', async () => {
    await user.login()
    const env = {...user.env, COMMSCTL_API_HOST: 'http://127.0.0.1:9', COMMSCTL_AUTH_HOST: 'http://127.0.0.1:9'}
    const {exitCode, stderr} = await user.run(['whoami'], {env})
    expect(exitCode).toBe(3)
    expect(stderr).toContain(`are for ${server.url}`)
  })
})

describe('logout', () => {
  test('revokes the token and deletes the secrets; the profile stays', async () => {
    await user.login()
    expect((await user.run(['logout'])).stderr).toContain('Logged out of profile “default”.')
    expect((await user.run(['whoami'])).exitCode).toBe(3)
    expect(user.config().profiles['default']).toMatchObject({api_host: server.url})
    const {stdout} = await user.run(['profiles', 'get', '-o', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({name: 'default', logged_in: false})
  })

  test('says when nothing is stored', async () => {
    expect(await user.run(['logout'])).toMatchObject({
      exitCode: 0,
      stderr: 'Nobody is logged in: there is no profile.',
    })
    await user.login()
    await user.run(['logout'])
    expect(await user.run(['logout'])).toMatchObject({exitCode: 0, stderr: 'The profile “default” is not logged in.'})
  })

  test('takes a token that the service does not know any more for granted', async () => {
    await user.login()
    await host.ok('sandbox', 'clock', 'advance', '2h')
    expect(await user.run(['logout'])).toMatchObject({exitCode: 0, stderr: 'Logged out of profile “default”.'})
  })

  test('deletes the secrets with a warning where the service cannot be reached', async () => {
    const world = new SandboxWorld()
    const gone = await serveSandbox(world)
    await user.loginWith({url: gone.url})
    await gone.stop()
    world.dispose()
    const {exitCode, stderr} = await user.run(['logout'])
    expect(exitCode).toBe(0)
    expect(stderr).toContain('Warning: The token is deleted here, but could not be revoked')
    expect((await user.run(['whoami'])).exitCode).toBe(3)
  })
})

test('no secret is in any output, also with --debug and on failure', async () => {
  const runs = [
    await user.login('--debug', '-o', 'json'),
    await user.loginWith({password: 'env:CLIENT_SECRET'}, '--debug', '--profile', 'wrong'),
    await user.run(['whoami', '--debug']),
    await user.run(['config', 'list', '-o', 'json']),
    await user.run(['profiles', 'get', '-o', 'json']),
  ]
  const {access_token: token, refresh_token: refresh} = user.session()
  expect(refresh).toBeDefined()
  runs.push(await user.run(['logout', '--debug']), await user.run(['whoami', '--debug']))
  expect(runs.map(({exitCode}) => exitCode)).toEqual([0, 3, 0, 0, 0, 0, 3])
  const output = runs.map(({stdout, stderr}) => stdout + stderr).join('\n')
  expect(output).toContain('POST')
  const {password, basicToken, secret} = seededAccess
  for (const canary of [token, refresh, password, basicToken, secret]) expect(output).not.toContain(canary)
})
