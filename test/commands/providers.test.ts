import {beforeEach, describe, expect, test} from 'vitest'
import {seededAccess, seededProviders, seededReader} from '../../src/sandbox/seeded-access.ts'
import {serve} from '../lib/client/support.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'
import {World} from '../support/world.ts'

const {google, googlePolicy, microsoft, microsoftPolicy, connection} = seededProviders

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

test('providers, those of a user, connections and accounts are listed', async () => {
  expect(await world.ok('providers', 'list', '--columns', 'uuid,name')).toBe(
    `${google}\tGoogle\n${microsoft}\tMicrosoft`,
  )
  const reader = ['--user', seededReader.userUuid]
  expect(await world.ok('providers', 'users', ...reader, '-o', 'id')).toBe(microsoft)
  expect(await world.ok('providers', 'connections', '-o', 'id')).toBe(connection)
  expect(await world.ok('providers', 'connections', '--provider', microsoft, '-o', 'id')).toBe('')
  expect(await world.ok('providers', 'profiles', ...reader, '--columns', 'user_name')).toBe(
    'ben.okafor@outlook.example',
  )
})

describe('a token', () => {
  test('is printed, by policy and by connection, and masked in what --debug shows', async () => {
    for (const args of [
      [google, '--policy', googlePolicy],
      [connection, '--connection'],
    ]) {
      const {stdout, stderr} = await world.run(['providers', 'token', ...args, '-o', 'id', '--debug'])
      expect(stdout).toMatch(/^sandbox-provider-/)
      expect(stderr).toContain('"access_token":"***"')
      expect(stderr).not.toContain(stdout)
    }
  })

  test('is for the user of --user, and rather for the account of --provider-user', async () => {
    const token = ['providers', 'token', microsoft, '--policy', microsoftPolicy]
    const user = ['--user', seededReader.userUuid]
    expect(await world.ok(...token, ...user, '--dry-run')).toContain(`x-login-hint: ${seededReader.userUuid}`)
    const both = await world.ok(...token, '--provider-user', 'ben', ...user, '--dry-run')
    expect(both).toContain('x-login-hint: ben')
    expect(both).not.toContain(seededReader.userUuid)
    await world.ok(...token, ...user)
    expect(await world.fails(5, ...token)).toContain('A connection of')
  })

  test('by connection takes none of the other flags, and the one by policy needs a policy', async () => {
    const said = await world.fails(2, 'providers', 'token', connection, '--connection', '--policy', googlePolicy)
    expect(said).toContain('--policy cannot be used together with --connection.')
    expect(await world.fails(2, 'providers', 'token', google)).toContain('Missing --policy.')
  })
})

describe('authorize', () => {
  const args = [
    'providers',
    'authorize',
    microsoft,
    '--client-id',
    'app',
    '--redirect-url',
    'https://app.example.com/back',
  ]

  test('follows where it leads and prints the page; the connection is there', async () => {
    const page = await world.ok(...args)
    expect(page).toContain('nobody was sent to Microsoft')
    const made = await world.ok('providers', 'connections', '--provider', microsoft, '-o', 'id')
    expect(page).toContain(made)
    await world.ok('providers', 'token', made, '--connection')
  })

  test('sends no token, and prints a page of HTML as it is', async () => {
    const html = '<!doctype html><title>Sign in</title>'
    const server = await serve((response) => void response.writeHead(200, {'content-type': 'text/html'}).end(html))
    const user = new World({
      COMMSCTL_API_HOST: server.url,
      COMMSCTL_TOKEN: 'the-token',
      COMMSCTL_USER: seededAccess.userUuid,
    })
    const {stdout} = await user.run(args)
    user.dispose()
    expect(stdout).toBe(html)
    const [{headers} = {headers: {}}] = server.seen as {headers: Record<string, string>}[]
    expect([headers['authorization'], headers['x-api-version']]).toEqual([undefined, undefined])
    expect(headers['trace']).toMatch(/^[0-9a-f-]{36}$/)
  })
})
