import {expect, test} from 'vitest'
import {createCredentials} from '../../../src/lib/profile/credentials.ts'
import {readConfig, updateConfig} from '../../../src/lib/profile/config-file.ts'
import {createSecretStore, type ProfileSecrets, type Session} from '../../../src/lib/profile/secrets.ts'
import {resolveSettings} from '../../../src/lib/profile/settings.ts'
import {requestTokenAt} from './request-token.ts'
import {tempHome} from './temp-home.ts'
import {startTokenEndpoint} from './token-endpoint.ts'

/** A user whose profile `prod`, the current one, points at a token service of this process. */
async function user() {
  const {paths} = await tempHome()
  const endpoint = await startTokenEndpoint()
  const store = createSecretStore({paths, mode: 'file', note: () => undefined})
  await updateConfig(paths.configFile, (config) => {
    config.profiles.prod = {api_host: endpoint.url, auth_host: endpoint.url}
    config.current = 'prod'
  })
  const logIn = (secrets: Partial<Session>, rest: ProfileSecrets = {}) =>
    store.set('prod', {
      session: {
        ...{access_token: 'access-0', refresh_token: 'refresh-0', token_type: 'Bearer', grant: 'password'},
        ...{expires_at: Date.now() + 3_600_000, expires_in: 3600, origins: [endpoint.url]},
        ...secrets,
      },
      basic_token: {value: 'stored-basic', origins: [endpoint.url]},
      ...rest,
    })
  const credentials = (env: NodeJS.ProcessEnv = {}, profileFlag?: string) => {
    const settings = resolveSettings({env, profileFlag, config: readConfig(paths.configFile)})
    const seededAccess = async () => ({
      ...{basicToken: 'seeded-basic', email: 'seeded@example.com', password: 'seeded-pw'},
      murano: {email: 'murano@example.com', password: 'murano-pw'},
    })
    const requestToken = requestTokenAt(endpoint.url)
    const requestMuranoToken = async (email: string, password: string) => `murano token of ${email} ${password}`
    const made = createCredentials({settings, store, paths, requestToken, requestMuranoToken, seededAccess})
    return {
      accessToken: () => made.accessToken(),
      renew: (refused: string) => made.renew(refused),
      basicToken: () => made.basicToken(),
      muranoToken: () => made.muranoToken(),
    }
  }
  return {paths, endpoint, store, logIn, credentials}
}

const past = () => Date.now() - 1_000

test('COMMSCTL_TOKEN is sent as it is, and cannot be renewed', async () => {
  const {credentials, endpoint, logIn} = await user()
  await logIn({})
  const {accessToken, renew} = credentials({COMMSCTL_TOKEN: 'from-env'})
  expect(await accessToken()).toBe('from-env')
  expect(await renew('from-env')).toBeUndefined()
  expect(endpoint.requests).toEqual([])
})

test('a stored session is used without asking while it lasts', async () => {
  const {credentials, endpoint, logIn} = await user()
  await logIn({})
  expect(await credentials().accessToken()).toBe('access-0')
  expect(endpoint.requests).toEqual([])
})

test.each([
  ['has ended', {expires_at: past()}],
  ['ends within half a minute', {expires_at: Date.now() + 25_000}],
])('a stored session that %s is refreshed with its own basic token, once, and stored', async (_, session) => {
  const {credentials, endpoint, logIn, store} = await user()
  await logIn(session)
  const {accessToken} = credentials({COMMSCTL_BASIC_TOKEN: 'other-basic'})
  expect(await Promise.all([accessToken(), accessToken(), accessToken()])).toEqual(['access-1', 'access-1', 'access-1'])
  expect(endpoint.requests.map(({grant, basic}) => [grant, basic])).toEqual([['refresh_token', 'stored-basic']])
  expect(await store.get('prod', 'session')).toMatchObject({
    ...{access_token: 'access-1', refresh_token: 'refresh-1', grant: 'password', origins: [endpoint.url]},
    expires_at: expect.toSatisfy((at: number) => at > Date.now() + 3_000_000) as number,
  })
})

test('a token of short life is used for most of it', async () => {
  const {credentials, endpoint, logIn} = await user()
  await logIn({expires_at: Date.now() + 19_000, expires_in: 20})
  expect(await credentials().accessToken()).toBe('access-0')
  expect(endpoint.requests).toEqual([])
})

test('a token that was refused is renewed once for all the requests it failed', async () => {
  const {credentials, endpoint, logIn} = await user()
  await logIn({})
  const {accessToken, renew} = credentials()
  const refused = await accessToken()
  expect(await Promise.all([renew(refused), renew(refused)])).toEqual(['access-1', 'access-1'])
  expect(await renew(refused)).toBe('access-1')
  expect(await accessToken()).toBe('access-1')
  expect(endpoint.requests).toHaveLength(1)
})

test('client credentials are asked for again with the scope they had', async () => {
  const {credentials, endpoint, store} = await user()
  const origins = [endpoint.url]
  await store.set('prod', {
    session: {
      ...{access_token: 'a', token_type: 'Bearer', grant: 'client_credentials', scope: 'sms'},
      expires_at: past(),
      origins,
    },
    basic_token: {value: 'stored-basic', origins},
  })
  expect(await credentials().accessToken()).toBe('access-1')
  expect(String(endpoint.requests[0]?.form)).toBe('grant_type=client_credentials&scope=sms')
})

test('a session that cannot be renewed names the login', async () => {
  const {credentials, endpoint, store} = await user()
  const origins = [endpoint.url]
  await store.set('prod', {
    session: {access_token: 'a', token_type: 'Bearer', grant: 'token', expires_at: past(), origins},
  })
  const failure = {exit: 3, hint: 'Run: commsctl login --profile prod'}
  await expect(credentials().accessToken()).rejects.toMatchObject(failure)
  await expect(credentials().renew('a')).rejects.toMatchObject(failure)
  expect(endpoint.requests).toEqual([])
})

test.each([400, 401])('a refresh refused with %i names the login, and leaves the stored session', async (status) => {
  const {credentials, endpoint, logIn, store} = await user()
  await logIn({expires_at: past()})
  endpoint.failure = {status}
  await expect(credentials().accessToken()).rejects.toMatchObject({
    exit: 3,
    status,
    hint: 'Run: commsctl login --profile prod',
  })
  expect(await store.get('prod', 'session')).toMatchObject({access_token: 'access-0', refresh_token: 'refresh-0'})
})

test.each([['drop' as const], [{status: 503}]])(
  'after a refresh that failed with %j the next one succeeds',
  async (failure) => {
    const {credentials, endpoint, logIn, store} = await user()
    await logIn({expires_at: past()})
    endpoint.failure = failure
    const {accessToken} = credentials()
    const error: unknown = await accessToken().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toHaveProperty('code', 'not-authenticated')
    expect(await store.get('prod', 'session')).toMatchObject({access_token: 'access-0', refresh_token: 'refresh-0'})
    endpoint.failure = undefined
    expect(await accessToken()).toBe('access-1')
  },
)

test('e-mail address, password and basic token of the environment log in at the first need, for this process', async () => {
  const {credentials, endpoint, logIn, store} = await user()
  await logIn({})
  const env = {COMMSCTL_EMAIL: 'a@example.com', COMMSCTL_PASSWORD: 'p&w', COMMSCTL_BASIC_TOKEN: 'env-basic'}
  const {accessToken, renew} = credentials(env)
  expect(endpoint.requests).toEqual([])
  expect(await Promise.all([accessToken(), accessToken()])).toEqual(['access-1', 'access-1'])
  expect(await Promise.all([renew('access-1'), renew('access-1')])).toEqual(['access-2', 'access-2'])
  expect(await renew('access-1')).toBe('access-2')
  expect(endpoint.requests).toHaveLength(2)
  const [{form, basic, device} = {form: undefined, basic: '', device: ''}] = endpoint.requests
  expect(Object.fromEntries(form ?? [])).toEqual({
    ...{grant_type: 'password', scope: 'default', email: 'a@example.com', password: 'p&w'},
  })
  expect(basic).toBe('env-basic')
  expect(device).toMatch(/^[0-9a-f-]{36}$/)
  expect(await store.get('prod', 'session')).toMatchObject({access_token: 'access-0'})
})

test('the device id is the same at each login', async () => {
  const {credentials, endpoint} = await user()
  const env = {COMMSCTL_EMAIL: 'a@example.com', COMMSCTL_PASSWORD: 'pw', COMMSCTL_BASIC_TOKEN: 'env-basic'}
  await credentials(env).accessToken()
  await credentials(env).accessToken()
  expect(new Set(endpoint.requests.map(({device}) => device)).size).toBe(1)
})

test('a login that failed is tried again, one that was refused shows no password', async () => {
  const {credentials, endpoint} = await user()
  const env = {COMMSCTL_EMAIL: 'a@example.com', COMMSCTL_PASSWORD: 'hunter2', COMMSCTL_BASIC_TOKEN: 'env-basic'}
  const {accessToken} = credentials(env)
  endpoint.failure = {status: 401}
  const error: unknown = await accessToken().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({exit: 3, status: 401, hint: expect.stringContaining('COMMSCTL_PASSWORD') as string})
  expect(JSON.stringify(error) + String(error)).not.toMatch(/hunter2|env-basic/)
  endpoint.failure = undefined
  expect(await accessToken()).toBe('access-1')
})

test('a password without an e-mail address is an authentication error', async () => {
  const {credentials} = await user()
  await expect(credentials({COMMSCTL_PASSWORD: 'pw', COMMSCTL_BASIC_TOKEN: 'b'}).accessToken()).rejects.toMatchObject({
    exit: 3,
    hint: expect.stringContaining('COMMSCTL_EMAIL') as string,
  })
})

test('a basic token alone logs in as the application, unless the profile has a session', async () => {
  const {credentials, endpoint, logIn} = await user()
  const env = {COMMSCTL_BASIC_TOKEN: 'env-basic'}
  expect(await credentials(env).accessToken()).toBe('access-1')
  expect(endpoint.requests.map(({grant, basic}) => [grant, basic])).toEqual([['client_credentials', 'env-basic']])
  await logIn({access_token: 'stored'})
  expect(await credentials(env).accessToken()).toBe('stored')
})

test('the embedded sandbox logs in with the access handed in, whatever the environment has', async () => {
  const {credentials, endpoint} = await user()
  const env = {COMMSCTL_TOKEN: 't', COMMSCTL_EMAIL: 'a@example.com', COMMSCTL_PASSWORD: 'pw', COMMSCTL_BASIC_TOKEN: 'b'}
  const {accessToken, basicToken} = credentials(env, 'sandbox')
  expect(await accessToken()).toBe('access-1')
  expect(endpoint.requests[0]?.form.get('email')).toBe('seeded@example.com')
  expect(endpoint.requests[0]?.basic).toBe('seeded-basic')
  expect(await basicToken()).toBe('seeded-basic')
})

test.each(['COMMSCTL_API_HOST', 'COMMSCTL_AUTH_HOST'])(
  'stored secrets are not sent to another host that %s names',
  async (variable) => {
    const {credentials, endpoint, logIn} = await user()
    await logIn({})
    const {accessToken, renew, basicToken} = credentials({[variable]: 'https://evil.example'})
    const failure = {exit: 3, code: 'other-host', hint: expect.stringContaining(`Unset ${variable}`) as string}
    await expect(accessToken()).rejects.toMatchObject(failure)
    await expect(renew('access-0')).rejects.toMatchObject(failure)
    await expect(basicToken()).rejects.toMatchObject(failure)
    expect(endpoint.requests).toEqual([])
  },
)

test('the same origin with another path is the same host', async () => {
  const {credentials, endpoint, logIn} = await user()
  await logIn({})
  expect(await credentials({COMMSCTL_API_HOST: `${endpoint.url}/x`}).accessToken()).toBe('access-0')
})

test('the seeded access of the sandbox is not sent to a host of the environment', async () => {
  const {credentials, endpoint, paths} = await user()
  await updateConfig(paths.configFile, (config) => {
    config.current = 'sandbox'
  })
  await expect(credentials({COMMSCTL_API_HOST: endpoint.url}).accessToken()).rejects.toMatchObject({exit: 3})
  expect(endpoint.requests).toEqual([])
})

test('a profile whose host was edited after the login has to log in again', async () => {
  const {credentials, logIn, paths} = await user()
  await logIn({})
  await updateConfig(paths.configFile, (config) => {
    config.profiles.prod = {api_host: 'https://evil.example', auth_host: 'https://evil.example'}
  })
  await expect(credentials().accessToken()).rejects.toMatchObject({
    ...{exit: 3, code: 'other-host', hint: 'Run: commsctl login --profile prod'},
  })
})

test('with --profile, credentials of the environment are not used', async () => {
  const {credentials} = await user()
  const env = {COMMSCTL_TOKEN: 't', COMMSCTL_PASSWORD: 'pw', COMMSCTL_BASIC_TOKEN: 'b', COMMSCTL_EMAIL: 'a@example.com'}
  const {accessToken, basicToken} = credentials(env, 'prod')
  await expect(accessToken()).rejects.toMatchObject({exit: 3, hint: 'Run: commsctl login --profile prod'})
  await expect(basicToken()).rejects.toMatchObject({exit: 3})
})

test('with nothing at all the error names both ways on', async () => {
  const {credentials, paths} = await user()
  await updateConfig(paths.configFile, (config) => {
    delete config.current
  })
  const error: unknown = await credentials()
    .accessToken()
    .catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({exit: 3, hint: expect.stringContaining('commsctl login') as string})
  expect(error).toMatchObject({hint: expect.stringContaining('--profile sandbox') as string})
})

test('the sandbox led to another host is no profile to log in to: the way out is another', async () => {
  const {credentials} = await user()
  const led = credentials({COMMSCTL_PROFILE: 'sandbox', COMMSCTL_API_HOST: 'https://api.example.com'})
  await expect(led.accessToken()).rejects.toMatchObject({
    exit: 3,
    message:
      'COMMSCTL_API_HOST leads from the sandbox to https://api.example.com, and there are no credentials for it.',
    hint: 'Unset COMMSCTL_API_HOST, or log in there: commsctl login --profile NAME',
  })
})
