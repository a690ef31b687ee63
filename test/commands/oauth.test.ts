import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {seededAccess, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {type TokenReply} from '../../src/lib/client/credentials.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'

interface Client {
  uuid: string
  public_id: string
  secret: string
}

const nobody = '00000000-0000-4000-8000-000000000000'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

/** Asks the sandbox for tokens, as another program would. */
async function tokens(form: Record<string, string>, basic: string = seededAccess.basicToken): Promise<TokenReply> {
  return world.inside(async (sandbox) => {
    const app = await sandbox.app()
    const reply = await app.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: {authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded'},
      payload: new URLSearchParams(form).toString(),
    })
    return reply.json<TokenReply>()
  })
}

function signIn(): Promise<TokenReply> {
  return tokens({grant_type: 'password', email: seededReader.email, password: seededReader.password})
}

/** Runs a command that reads a secret from standard input. */
function piped(secret: string, ...args: string[]) {
  return world.run(args, {input: secret, stdin: 'pipe'})
}

describe('basic-token', () => {
  const secret = ['--secret', 'env:CLIENT_SECRET']

  test('prints base64 of id and secret, without any profile', async () => {
    const env = {...world.env, CLIENT_SECRET: seededAccess.secret, COMMSCTL_PROFILE: 'missing'}
    const run = await world.run(['oauth', 'basic-token', '--public-id', seededAccess.publicId, ...secret], {env})
    expect(run).toMatchObject({exitCode: 0, stdout: seededAccess.basicToken, stderr: ''})
  })

  test('refuses an id that would end at its colon', async () => {
    const env = {...world.env, CLIENT_SECRET: 's'}
    const run = await world.run(['oauth', 'basic-token', '--public-id', 'a:b', ...secret], {env})
    expect(run).toMatchObject({exitCode: 2, stdout: ''})
  })

  test('names what is missing', async () => {
    expect(await world.fails(2, 'oauth', 'basic-token')).toContain('Missing --public-id, --secret')
  })
})

describe('clients', () => {
  const named = (name: string) => [...['--name', name, '--description', 'for a test'], '--user', seededAccess.userUuid]

  test('a new client shows its secret, and gets tokens with it', async () => {
    const client = await world.json<Client>('oauth', 'clients', 'create', ...named('nightly'))
    const basic = Buffer.from(`${client.public_id}:${client.secret}`).toString('base64')
    expect(await tokens({grant_type: 'client_credentials', scope: 'default'}, basic)).toHaveProperty('access_token')

    expect(await world.ok('oauth', 'clients', 'list', '--filter', 'name=nightly', '-o', 'id')).toBe(client.uuid)
    expect(await world.ok('oauth', 'clients', 'list')).not.toContain(client.secret)
  })

  test('set-scope limits what a client may ask for', async () => {
    const {uuid, ...client} = await world.json<Client>('oauth', 'clients', 'create', ...named('limited'))
    const basic = Buffer.from(`${client.public_id}:${client.secret}`).toString('base64')
    const sending = {grant_type: 'client_credentials', scope: 'sms:send'}
    expect(await tokens(sending, basic)).not.toHaveProperty('access_token')
    await world.ok('oauth', 'clients', 'set-scope', uuid, '--scope', 'default', '--scope', 'sms:send')
    expect(await tokens(sending, basic)).toHaveProperty('access_token')
    await world.ok('oauth', 'clients', 'set-scope', uuid)
    expect(await tokens(sending, basic)).not.toHaveProperty('access_token')
    await world.fails(6, 'oauth', 'clients', 'set-scope', uuid, '--scope', 'no-such-scope')
  })

  test('set-policy gives a client a policy', async () => {
    const uuid = await world.ok('oauth', 'clients', 'create', ...named('restricted'), '-o', 'id')
    await world.ok('oauth', 'clients', 'set-policy', uuid, '--policy', nobody)
    const [client] = await world.json<object[]>('oauth', 'clients', 'list', '--filter', `uuid=${uuid}`)
    expect(client).toMatchObject({policy_uuid: nobody})
  })

  test('what is missing is named, what is unknown is exit 5', async () => {
    const said = await world.fails(2, 'oauth', 'clients', 'create', '--name', 'x')
    expect(said).toContain('Missing --description, --user')
    await world.fails(5, 'oauth', 'clients', 'set-policy', nobody, '--policy', nobody)
    const neighbours = ['--name', 'x', '--description', 'x', '--user', seededNeighbour.userUuid]
    await world.fails(5, 'oauth', 'clients', 'create', ...neighbours)
  })
})

test('scopes can be listed; -o id prints their names', async () => {
  expect((await world.ok('oauth', 'scopes', '-o', 'id')).split('\n')).toContain('sms:send')
})

describe('tokens', () => {
  test('a token lives: listed, checked, revoked', async () => {
    const {access_token: token} = await signIn()
    const list = ['oauth', 'tokens', 'list', '--filter', `user_name=${seededReader.email}`]
    expect((await world.ok(...list, '-o', 'id')).split('\n')).toContain(token)
    expect(await world.ok(...list)).not.toContain(token)

    const check = ['oauth', 'tokens', 'check', '--access-token', '-']
    expect(await piped(token, ...check)).toMatchObject({exitCode: 0, stdout: '', stderr: 'The access token is valid.'})
    const revoke = ['oauth', 'tokens', 'revoke', '--access-token', '-', '--yes']
    expect(await piped(token, ...revoke)).toMatchObject({exitCode: 0, stderr: 'The access token is revoked.'})
    expect(await piped(token, ...check)).toMatchObject({exitCode: 3, stdout: ''})
    expect(await world.json(...list)).toEqual([])
  })

  test('refresh prints a pair that works; the old refresh token does not any more', async () => {
    const {refresh_token: old = ''} = await signIn()
    const refresh = ['oauth', 'tokens', 'refresh', '--refresh-token', '-', '-o', 'json']
    const run = await piped(old, ...refresh)
    expect(run).toMatchObject({exitCode: 0, stderr: ''})
    const pair = JSON.parse(run.stdout) as TokenReply
    expect(pair).toMatchObject({token_type: 'bearer', refresh_token: expect.any(String) as string})
    expect(pair.refresh_token).not.toBe(old)
    const check = await piped(pair.access_token, 'oauth', 'tokens', 'check', '--access-token', '-')
    expect(check.exitCode).toBe(0)
    expect(await piped(old, ...refresh)).toMatchObject({exitCode: 3, stdout: ''})
  })

  test('revoke asks first, and needs --yes where nobody can be asked', async () => {
    const {access_token: token} = await signIn()
    const revoke = await piped(token, 'oauth', 'tokens', 'revoke', '--access-token', '-')
    expect(revoke.exitCode).toBe(2)
    const check = await piped(token, 'oauth', 'tokens', 'check', '--access-token', '-')
    expect(check.exitCode).toBe(0)
  })

  test('no token shows in errors, a dry run or with --debug', async () => {
    const shown = await Promise.all([
      piped('S3cret', 'oauth', 'tokens', 'check', '--access-token', '-', '--debug'),
      piped('S3cret', 'oauth', 'tokens', 'refresh', '--refresh-token', '-', '--debug'),
      piped('S3cret', 'oauth', 'tokens', 'refresh', '--refresh-token', '-', '--dry-run'),
      piped('S3cret', 'oauth', 'tokens', 'revoke', '--access-token', '-', '--dry-run'),
    ])
    expect(shown.map(({exitCode}) => exitCode)).toEqual([3, 3, 0, 0])
    expect(shown.map(({stdout, stderr}) => stdout + stderr).join('\n')).not.toContain('S3cret')
  })
})

test.each([
  ['POST /oauth/oauth/clients', `clients create --name x --description x --user ${nobody}`],
  [`POST /oauth/clients/${nobody}/scopes`, `clients set-scope ${nobody}`],
  [`POST /oauth/clients/${nobody}/policy`, `clients set-policy ${nobody} --policy ${nobody}`],
  ['POST /oauth/token', 'tokens refresh --refresh-token T'],
  ['POST /oauth/invalidate/access', 'tokens revoke --access-token T'],
])('--dry-run shows %s', async (request, args) => {
  expect(await world.request('oauth', ...args.split(' '))).toBe(request)
})
