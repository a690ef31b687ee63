import {type Credentials} from '../client/credentials.ts'
import {hideValue} from '../client/masking.ts'
import {authenticationError} from '../errors.ts'
import {once} from '../once.ts'
import {deviceId} from './device-id.ts'
import {clientCredentialsGrant, orNotAuthenticated, passwordGrant, type RequestToken} from './grants.ts'
import {originOf} from './host.ts'
import {type KeptSessions, MemorySession} from './memory-session.ts'
import {muranoToken, type RequestMuranoToken} from './murano-token.ts'
import {type Paths} from './paths.ts'
import {sandboxName} from './profile.ts'
import {type SecretStore} from './secrets.ts'
import {notLoggedIn, StoredSession, type TokenSource} from './session.ts'
import {type Settings} from './settings.ts'

/** The user whom the sandbox's data begin with. */
export interface SeededAccess {
  basicToken: string
  email: string
  password: string
  /** The same for Murano. */
  murano: {email: string; password: string}
}

export interface CredentialsOptions {
  settings: Settings
  store: SecretStore
  paths: Paths
  requestToken: RequestToken
  requestMuranoToken: RequestMuranoToken
  /** Where sessions go that are not stored. */
  sessions?: KeptSessions
  /** The sandbox hands it in, for the embedded profile. */
  seededAccess?: () => Promise<SeededAccess>
}

/**
 * Where tokens come from, the first that there is: `COMMSCTL_TOKEN`; `COMMSCTL_PASSWORD` with e-mail address and basic
 * token; the embedded sandbox's seeded user; the profile's stored session; a basic token alone (client credentials).
 * Stored secrets only go to the origins that they were issued for. Nothing is read before the first token is needed.
 */
export function createCredentials(options: CredentialsOptions): Credentials {
  let chosen: Promise<TokenSource> | undefined
  const source = () => (chosen ??= chooseSource(options))
  const {token, password, basic_token, murano_password, murano_token} = options.settings.values
  for (const secret of [token, password, basic_token, murano_password, murano_token]) hideValue(secret)
  return {
    accessToken: async () => hidden(await (await source()).accessToken()),
    renew: async (refused) => hidden(await (await source()).renew(refused)),
    basicToken: async () => hidden(await basicToken(options)),
    muranoToken: once(async () => hidden(await muranoToken(options))),
  }
}

function hidden<T extends string | undefined>(secret: T): T {
  hideValue(secret)
  return secret
}

/** The origins that a login with these settings is good for: stored with its session. */
export function originsOf({values}: Settings): string[] {
  return [...new Set([originOf(values.api_host), originOf(values.auth_host)])]
}

/** What tokens come from: `application` is a basic token alone. */
export type CredentialSource = 'token' | 'password' | 'sandbox' | 'session' | 'application'

/** Which of them is in force. Asks no service. Throws an authentication error where there is none that may go to the hosts. */
export async function sourceInForce({
  settings,
  store,
}: Pick<CredentialsOptions, 'settings' | 'store'>): Promise<CredentialSource> {
  const {values, profile} = settings
  if (values.token !== undefined) return 'token'
  if (values.password !== undefined) return 'password'
  if (profile?.embedded) return 'sandbox'
  const session = profile && (await store.get(profile.name, 'session'))
  if (session && mayGo(session.origins, settings)) return 'session'
  if (values.basic_token !== undefined) return 'application'
  if (session) assertMayGo(session.origins, {settings})
  if (profile?.name === sandboxName) throw ledAway(settings)
  throw profile ? notLoggedIn(profile.name) : noCredentials()
}

async function chooseSource(options: CredentialsOptions): Promise<TokenSource> {
  const {values, profile} = options.settings
  const {token = '', password = ''} = values
  const kept = (...how: (string | undefined)[]) =>
    options.sessions?.of(values.api_host, values.auth_host, values.basic_token, profile?.name, ...how)
  switch (await sourceInForce(options)) {
    case 'token':
      return {accessToken: async () => token, renew: async () => undefined}
    case 'password':
      return new MemorySession(() => beginWithPassword(options, password), kept(values.email, password))
    case 'sandbox':
      return new MemorySession(() => beginInSandbox(options), kept('sandbox'))
    case 'session':
      return storedSession(options)
    case 'application':
      return new MemorySession(() => beginAsApplication(options), kept())
  }
}

function storedSession(options: CredentialsOptions): StoredSession {
  const {settings, store, requestToken, paths} = options
  return new StoredSession({
    profile: settings.profile?.name ?? '',
    store,
    paths,
    requestToken,
    check: ({origins}) => assertMayGo(origins, options),
    // The session was issued to the application that it is stored with.
    basicToken: async () => (await storedBasicToken(options)) ?? basicToken(options),
  })
}

async function beginWithPassword(options: CredentialsOptions, password: string) {
  const {settings, paths, requestToken} = options
  const {email} = settings.values
  if (email === undefined) {
    throw authenticationError('A password is set, but no e-mail address.', {
      hint: 'Set COMMSCTL_EMAIL beside COMMSCTL_PASSWORD.',
    })
  }
  const grant = {basicToken: await basicToken(options), email, password, deviceId: await deviceId(paths.deviceIdFile)}
  return orNotAuthenticated(
    passwordGrant(requestToken, grant),
    `${settings.values.auth_host} did not take the e-mail address, password and basic token given.`,
    'Check COMMSCTL_EMAIL, COMMSCTL_PASSWORD, COMMSCTL_BASIC_TOKEN and COMMSCTL_AUTH_HOST.',
  )
}

async function beginAsApplication(options: CredentialsOptions) {
  const {settings, requestToken} = options
  return orNotAuthenticated(
    clientCredentialsGrant(requestToken, {basicToken: await basicToken(options)}),
    `${settings.values.auth_host} did not take the basic token given.`,
    'Check COMMSCTL_BASIC_TOKEN and COMMSCTL_AUTH_HOST.',
  )
}

async function beginInSandbox({seededAccess, paths, requestToken}: CredentialsOptions) {
  if (seededAccess === undefined) throw noCredentials()
  const access = await seededAccess()
  return orNotAuthenticated(
    passwordGrant(requestToken, {...access, deviceId: await deviceId(paths.deviceIdFile)}),
    'The sandbox does not know its first user any more.',
    'To start it afresh: commsctl sandbox reset',
  )
}

async function basicToken(options: CredentialsOptions): Promise<string> {
  const {settings, seededAccess} = options
  const {profile, values} = settings
  if (values.basic_token !== undefined) return values.basic_token
  const known = profile?.embedded ? (await seededAccess?.())?.basicToken : await storedBasicToken(options)
  if (known !== undefined) return known
  throw authenticationError('There is no basic token (public id and secret of an application).', {
    hint: `Set COMMSCTL_BASIC_TOKEN, or run: commsctl login${profile ? ` --profile ${profile.name}` : ''}`,
  })
}

async function storedBasicToken(options: CredentialsOptions): Promise<string | undefined> {
  const {settings, store} = options
  if (settings.profile === undefined) return undefined
  const stored = await store.get(settings.profile.name, 'basic_token')
  if (stored === undefined) return undefined
  assertMayGo(stored.origins, options)
  return stored.value
}

/** Whether secrets for these origins may be sent to the hosts in use. */
export function mayGo(origins: readonly string[], settings: Settings): boolean {
  return originsOf(settings).every((origin) => origins.includes(origin))
}

function assertMayGo(origins: readonly string[], {settings}: Pick<CredentialsOptions, 'settings'>): void {
  if (mayGo(origins, settings)) return
  const {profile, values, origin} = settings
  const name = profile?.name ?? ''
  const key = origins.includes(originOf(values.api_host)) ? 'auth_host' : 'api_host'
  const {source, text} = origin(key)
  const fix = `commsctl login --profile ${source === 'environment' ? 'NAME' : name}`
  throw authenticationError(
    `The stored credentials of profile "${name}" are for ${origins.join(' and ')}: ` +
      `they are not sent to ${values[key]} (${text}).`,
    {
      code: 'other-host',
      hint:
        source === 'environment'
          ? `Unset ${text}, or set COMMSCTL_TOKEN to a token of that host, or log in there: ${fix}`
          : `Run: ${fix}`,
    },
  )
}

/** The profile is the sandbox, and something leads to another host. */
function ledAway({origin, values}: Settings) {
  const key = origin('api_host').source === 'profile' ? 'auth_host' : 'api_host'
  const {source, text} = origin(key)
  return authenticationError(`${text} leads from the sandbox to ${values[key]}, and there are no credentials for it.`, {
    hint: `${source === 'environment' ? `Unset ${text}` : `Leave out ${text}`}, or log in there: commsctl login --profile NAME`,
  })
}

function noCredentials() {
  return authenticationError('Not logged in: there is no profile and no COMMSCTL_TOKEN.', {
    hint: 'Run: commsctl login. To try it without an account, add: --profile sandbox',
  })
}
