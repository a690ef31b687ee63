import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type ConfigRow} from '../../src/lib/profile/config-rows.ts'
import {World} from '../support/world.ts'

const account = '11111111-1111-4111-8111-111111111111'

let world: World

beforeEach(async () => {
  world = new World()
  await world.run(['profiles', 'set', 'work', '--api-host', 'https://a.example'])
  await world.run(['profiles', 'use', 'work'])
})

afterEach(() => world.dispose())

async function rows(env: Record<string, string> = {}, ...flags: string[]): Promise<Map<string, ConfigRow>> {
  const {stdout} = await world.run(['config', 'list', '-o', 'json', ...flags], {env: {...world.env, ...env}})
  return new Map((JSON.parse(stdout) as ConfigRow[]).map((row) => [row.key, row]))
}

describe('config list', () => {
  test('says of each value where it came from', async () => {
    const found = await rows({COMMSCTL_ACCOUNT: account})
    expect(found.get('profile')).toEqual({key: 'profile', value: 'work', origin: 'current profile'})
    expect(found.get('api_host')).toEqual({key: 'api_host', value: 'https://a.example', origin: 'profile work'})
    expect(found.get('account')).toEqual({key: 'account', value: account, origin: 'COMMSCTL_ACCOUNT'})
    expect(found.get('api_version')).toEqual({key: 'api_version', value: 'v1', origin: 'default'})
    expect(found.get('user')).toEqual({key: 'user', value: null, origin: 'not set'})
    expect(found.get('secret-store')).toEqual({key: 'secret-store', value: 'auto', origin: 'default'})
  })

  test('masks secrets', async () => {
    const {stdout} = await world.run(['config', 'list'], {env: {...world.env, COMMSCTL_TOKEN: 'canary-token'}})
    expect(stdout).toMatch(/^token\t\*\*\*\tCOMMSCTL_TOKEN$/m)
    expect(stdout).not.toContain('canary')
  })

  test('shows another profile with --profile', async () => {
    expect((await rows({}, '--profile', 'sandbox')).get('api_host')?.value).toBe('http://sandbox.localhost')
  })
})

describe('config get', () => {
  test.each(['api-host', 'api_host', 'API_HOST'])('takes %s', async (key) => {
    expect(await world.run(['config', 'get', key])).toMatchObject({exitCode: 0, stdout: 'https://a.example'})
  })

  test('prints the bare value whatever format the environment asks of commands', async () => {
    const env = {...world.env, COMMSCTL_OUTPUT: 'json'}
    expect((await world.run(['config', 'get', 'api-host'], {env})).stdout).toBe('https://a.example')
    expect((await world.run(['config', 'get', 'api-host', '-o', 'json'])).stdout).toBe('"https://a.example"')
  })

  test('a setting without a value is exit 5', async () => {
    expect(await world.run(['config', 'get', 'account'])).toMatchObject({exitCode: 5, stdout: ''})
  })

  test('a mistyped key is answered with the near ones', async () => {
    const {exitCode, stderr} = await world.run(['config', 'get', 'api-hots'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('Did you mean api_host?')
  })
})

describe('config set and unset', () => {
  test('change the current profile, or the one that --profile names', async () => {
    await world.run(['config', 'set', 'account', account])
    await world.run(['config', 'set', 'output', 'yaml', '--profile', 'sandbox'])
    expect((await world.run(['config', 'get', 'account'])).stdout).toBe(account)
    expect((await world.run(['config', 'get', 'output', '--profile', 'sandbox'])).stdout).toBe('yaml')
    expect((await world.run(['config', 'get', 'output'])).stdout).toBe('table')
    await world.run(['config', 'unset', 'account'])
    expect((await world.run(['config', 'get', 'account'])).exitCode).toBe(5)
  })

  test('change a setting of the installation, in either spelling', async () => {
    await world.run(['config', 'set', 'secret_store', 'file'])
    expect((await rows()).get('secret-store')).toMatchObject({value: 'file', origin: 'config file'})
    await world.run(['config', 'unset', 'secret-store'])
    expect((await rows()).get('secret-store')).toMatchObject({value: 'auto', origin: 'default'})
  })

  test.each([
    [['set', 'account', 'x'], 'account: “x” is not a uuid'],
    [['set', 'output', 'tables'], 'Did you mean table?'],
    [['set', 'secret-store', 'drawer'], 'Use one of: auto, keychain, file'],
    [['set', 'password', 'canary'], 'password is a secret'],
    [['set', 'profile', 'sandbox'], 'commsctl profiles use NAME'],
    [['set', 'acount', account], 'Did you mean account?'],
    [['set', 'account', account, '--profile', 'wrk'], 'Did you mean work?'],
    [['unset', 'token'], 'token is a secret'],
    [['set', 'account'], 'Missing VALUE'],
  ])('refuse %j', async (args, message) => {
    const {exitCode, stdout, stderr} = await world.run(['config', ...args])
    expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''})
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('canary')
  })

  test('ten processes that change different settings lose none', async () => {
    const names = Array.from({length: 10}, (_, index) => `p${index}`)
    const runs = await Promise.all(
      names.map((name) => world.run(['profiles', 'set', name, '--murano-business', `business of ${name}`])),
    )
    expect(runs.map(({exitCode}) => exitCode)).toEqual(names.map(() => 0))
    const {stdout} = await world.run(['profiles', 'list', '-o', 'json'])
    const found = (JSON.parse(stdout) as {name: string; murano_business?: string}[]).map((row) => row.murano_business)
    expect(found).toEqual(expect.arrayContaining(names.map((name) => `business of ${name}`)))
  })
})

test('what was to be set under a name that is none of the settings is not kept in the history', async () => {
  await world.run(['config', 'set', 'tokn', 'canary'])
  await world.run(['config', 'set', 'tokn=canary'])
  await world.run(['profiles', 'set', 'work', '--tokn', 'canary'])
  await world.run(['config', 'set', 'output', 'yaml'])
  const {stdout} = await world.run(['history', '-o', 'json', '--limit', '4', '--jq', '.[].command_line'])
  expect(stdout.split('\n')).toEqual([
    'config set output yaml',
    'profiles set *** --tokn ***',
    'config set ***',
    'config set tokn ***',
  ])
})
