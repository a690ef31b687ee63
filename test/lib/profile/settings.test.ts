import {describe, expect, test} from 'vitest'
import {type Config} from '../../../src/lib/profile/config-file.ts'
import {type Profile} from '../../../src/lib/profile/profile.ts'
import {
  isProfileField,
  settingDefinition,
  type SettingKey,
  settingKeys,
} from '../../../src/lib/profile/settings-table.ts'
import {resolveSettings} from '../../../src/lib/profile/settings.ts'

function configWith(profiles: Record<string, Profile>, current?: string): Config {
  return {version: 1, profiles, settings: {}, ...(current !== undefined && {current})}
}

/** A value for a setting that tells where it came from. Hosts share an origin, so that identities stay together. */
function value(key: SettingKey, source: string): string {
  return settingDefinition(key).host ? `https://host.example/${source}` : `${key}-${source}`
}

function profileOf(source: string): Profile {
  return Object.fromEntries(settingKeys.filter(isProfileField).map((key) => [key, value(key, source)]))
}

const fullEnv: NodeJS.ProcessEnv = Object.fromEntries(
  settingKeys.map((key) => [settingDefinition(key).env, value(key, 'env')]),
)
const profiles = {named: profileOf('named'), other: profileOf('other'), current: profileOf('current'), bare: {}}
const config = configWith(profiles, 'current')

describe.each(settingKeys)('%s', (key) => {
  const {env: variable, boundTo, default: fallback} = settingDefinition(key)

  test('comes first from its own flag', () => {
    const settings = resolveSettings({flags: {[key]: value(key, 'flag')}, profileFlag: 'named', env: fullEnv, config})
    expect(settings.values[key]).toBe(value(key, 'flag'))
    expect(settings.origin(key)).toEqual({source: 'flag', text: `--${key.replaceAll('_', '-')}`})
  })

  test('comes from the profile of --profile before the environment', () => {
    const settings = resolveSettings({profileFlag: 'named', env: {...fullEnv, COMMSCTL_PROFILE: 'other'}, config})
    const expected = isProfileField(key) ? value(key, 'named') : undefined
    expect(settings.values[key]).toBe(expected)
    expect(settings.origin(key).text).toBe(expected === undefined ? 'not set' : 'profile named')
  })

  test('comes from the environment where --profile lacks it, unless it belongs to an identity', () => {
    const settings = resolveSettings({profileFlag: 'bare', env: fullEnv, config})
    const expected = boundTo === undefined ? value(key, 'env') : fallback
    expect(settings.values[key]).toBe(expected)
  })

  test('comes from its variable before the profiles that are not on the command line', () => {
    const settings = resolveSettings({env: {...fullEnv, COMMSCTL_PROFILE: 'other'}, config})
    expect(settings.values[key]).toBe(value(key, 'env'))
    expect(settings.origin(key)).toEqual({source: 'environment', text: variable})
  })

  test('is its default, or not set, in the end', () => {
    const settings = resolveSettings({env: {[variable]: ''}, config: configWith({})})
    expect(settings.values[key]).toBe(fallback)
    expect(settings.origin(key).source).toBe(fallback === undefined ? 'none' : 'default')
  })
})

describe.each(settingKeys.filter(isProfileField))('%s in profiles', (key) => {
  test('comes from the profile of COMMSCTL_PROFILE before the current one', () => {
    const settings = resolveSettings({env: {COMMSCTL_PROFILE: 'other'}, config})
    expect(settings.values[key]).toBe(value(key, 'other'))
    expect(settings.origin(key)).toEqual({source: 'profile', text: 'profile other'})
  })

  test('comes from the current profile when none is named', () => {
    expect(resolveSettings({env: {}, config}).values[key]).toBe(value(key, 'current'))
  })
})

const identity = settingKeys
  .filter(isProfileField)
  .map((key) => ({key, host: settingDefinition(key).boundTo}))
  .filter(({key, host}) => host !== undefined && host !== key)

test.each(identity)('$key is not taken from a profile of another host than the one in use', ({key, host = key}) => {
  const elsewhere = 'https://elsewhere.example'
  const fromEnv = resolveSettings({env: {[settingDefinition(host).env]: elsewhere}, config})
  const fromFlag = resolveSettings({flags: {[host]: elsewhere}, env: {}, config})
  expect(fromEnv.origin(key).source).not.toBe('profile')
  expect(fromFlag.origin(key).source).not.toBe('profile')
})

test('only one profile is in force: what the named one lacks is not filled from the current one', () => {
  const settings = resolveSettings({env: {COMMSCTL_PROFILE: 'bare'}, config})
  expect(settings.values.account).toBeUndefined()
  expect(settings.profile).toEqual({
    name: 'bare',
    embedded: false,
    chosenBy: 'COMMSCTL_PROFILE',
    production: false,
    readOnly: false,
  })
})

test('token and host from the environment need no profile', () => {
  const env = {COMMSCTL_TOKEN: 't', COMMSCTL_API_HOST: 'http://127.0.0.1:4010/x'}
  const settings = resolveSettings({env, config: configWith({})})
  expect(settings.profile).toBeUndefined()
  expect(settings.values).toMatchObject({token: 't', api_host: 'http://127.0.0.1:4010/x', api_version: 'v1'})
})

test('an API host of its own is its auth host as well, so that its token does not go to the platform', () => {
  const hosts = (env: NodeJS.ProcessEnv) => resolveSettings({env, config: configWith({})}).values.auth_host
  expect(hosts({COMMSCTL_API_HOST: 'http://127.0.0.1:4010/x'})).toBe('http://127.0.0.1:4010/x')
  expect(hosts({COMMSCTL_API_HOST: 'http://127.0.0.1:4010', COMMSCTL_AUTH_HOST: 'http://127.0.0.1:4011'})).toBe(
    'http://127.0.0.1:4011',
  )
  expect(hosts({COMMSCTL_API_HOST: 'https://cpaas-api.star2star.com/'})).toBe('https://auth.star2star.com')
})

test('the built-in profile exists without a file, and its hosts cannot be overridden by one', () => {
  const bare = resolveSettings({profileFlag: 'sandbox', env: fullEnv, config: configWith({})})
  expect(bare.profile).toEqual({
    name: 'sandbox',
    embedded: true,
    chosenBy: '--profile',
    production: false,
    readOnly: false,
  })
  expect(bare.values).toMatchObject({api_host: 'http://sandbox.localhost', token: undefined, account: undefined})
  const edited = configWith({sandbox: {api_host: 'https://evil.example', account: 'a-1'}}, 'sandbox')
  const settings = resolveSettings({env: {}, config: edited})
  expect(settings.profile?.embedded).toBe(true)
  expect(settings.values).toMatchObject({api_host: 'http://sandbox.localhost', account: 'a-1'})
})

test.each(['COMMSCTL_API_HOST', 'COMMSCTL_AUTH_HOST'])('%s takes requests out of this process', (variable) => {
  const settings = resolveSettings({env: {[variable]: 'http://127.0.0.1:1'}, config: configWith({}, 'sandbox')})
  expect(settings.profile?.embedded).toBe(false)
})

test.each([
  ['--profile', {profileFlag: 'nmed', env: {}}],
  ['COMMSCTL_PROFILE', {env: {COMMSCTL_PROFILE: 'nmed'}}],
])('an unknown profile in %s is a usage error with the near and all names', (where, input) => {
  expect(() => resolveSettings({...input, config})).toThrow(
    expect.objectContaining({
      exit: 2,
      message: `There is no profile "nmed" (${where}). Did you mean named?`,
      hint: expect.stringContaining('bare, current, named, other, sandbox') as string,
    }),
  )
})

test('a current profile that is gone is a usage error', () => {
  expect(() => resolveSettings({env: {}, config: configWith({}, 'gone')})).toThrow(/"gone" \(current profile\)/)
})

test('names of things that every object has are no profiles', () => {
  expect(() => resolveSettings({profileFlag: 'constructor', env: {}, config})).toThrow(/no profile/)
})

test('a login may name a profile that is not there yet, if the name is possible', () => {
  expect(resolveSettings({profileFlag: 'new', env: {}, config, mayBeNew: true}).profile?.name).toBe('new')
  expect(() => resolveSettings({profileFlag: '../x', env: {}, config, mayBeNew: true})).toThrow(/cannot be the name/)
})

test.each([
  [{env: {COMMSCTL_API_HOST: 'http://api.example.com'}, config: configWith({})}, 'COMMSCTL_API_HOST'],
  [{env: {}, config: configWith({bad: {auth_host: 'nonsense'}}, 'bad')}, 'profile bad'],
  [{env: {}, flags: {murano_host: 'http://sandbox.localhost'}, config: configWith({})}, '--murano-host'],
])('a bad host is a usage error that says where it stands: %#', (input, where) => {
  expect(() => resolveSettings(input)).toThrow(
    expect.objectContaining({exit: 2, message: expect.stringContaining(where) as string}),
  )
})

test('the listing has every setting, its origin, and no secret', () => {
  const rows = resolveSettings({flags: {account: 'a-1'}, env: fullEnv, config: configWith({}, 'sandbox')}).list()
  expect(rows.map(({key}) => key)).toEqual(['profile', ...settingKeys])
  expect(rows).toContainEqual({key: 'profile', value: 'sandbox', origin: 'current profile'})
  expect(rows).toContainEqual({key: 'account', value: 'a-1', origin: '--account'})
  const secrets = rows.filter(({value}) => value === '***').map(({key}) => key)
  expect(secrets).toEqual(['token', 'basic_token', 'password', 'murano_token', 'murano_password'])
  expect(JSON.stringify(rows)).not.toMatch(/token-env|password-env/)
})

test('a secret that is not set is listed as such', () => {
  const rows = resolveSettings({env: {}, config: configWith({})}).list()
  expect(rows).toContainEqual({key: 'token', value: undefined, origin: 'not set'})
})
