import {join} from 'node:path'
import {type Credentials} from '../client/credentials.ts'
import {authenticationError} from '../errors.ts'
import {
  clientCredentialsGrant,
  needsRenewal,
  orNotAuthenticated,
  refreshGrant,
  type RequestToken,
  sessionFrom,
} from './grants.ts'
import {withLock} from './lock.ts'
import {type Paths} from './paths.ts'
import {type SecretStore, type Session} from './secrets.ts'

/** What gives access tokens: credentials without their Basic half. */
export type TokenSource = Pick<Credentials, 'accessToken' | 'renew'>

export interface StoredSessionOptions {
  profile: string
  store: SecretStore
  paths: Paths
  requestToken: RequestToken
  /** Checks that the session may go to the hosts in use; throws when not. */
  check: (session: Session) => void
  /** For renewals; throws an authentication error when there is none. */
  basicToken: () => Promise<string>
}

/**
 * A profile's stored session, renewed before its end and after a 401. Processes that notice at the same time take turns:
 * the first renews it, the others use what it stored. A failed renewal leaves the stored session as it was.
 */
export class StoredSession implements TokenSource {
  readonly #options: StoredSessionOptions
  #session: Session | undefined
  #renewal: Promise<string> | undefined

  constructor(options: StoredSessionOptions) {
    this.#options = options
  }

  async accessToken(): Promise<string> {
    const session = this.#session ?? (await this.#load())
    return needsRenewal(session, Date.now()) ? this.renew(session.access_token) : session.access_token
  }

  async renew(refused: string): Promise<string> {
    const {paths, profile} = this.#options
    this.#renewal ??= withLock(join(paths.locks, `session-${profile}`), () => this.#renewLocked(refused)).finally(
      () => {
        this.#renewal = undefined
      },
    )
    return this.#renewal
  }

  async #load(): Promise<Session> {
    const {store, profile, check} = this.#options
    const session = await store.get(profile, 'session')
    if (session === undefined) throw notLoggedIn(profile)
    check(session)
    this.#session = session
    return session
  }

  async #renewLocked(refused: string): Promise<string> {
    const {store, profile} = this.#options
    const stored = await this.#load()
    if (isNewer(stored, refused)) return stored.access_token
    try {
      const renewed = await this.#requestRenewal(stored)
      await store.set(profile, {session: renewed})
      this.#session = renewed
      return renewed.access_token
    } catch (error) {
      // A lock taken for stale lets two in: then the other one has the new session, and the old refresh token is spent.
      const latest = await this.#load()
      if (isNewer(latest, stored.access_token)) return latest.access_token
      throw error
    }
  }

  async #requestRenewal(session: Session): Promise<Session> {
    const {requestToken, profile, basicToken} = this.#options
    const {refresh_token: refreshToken, grant, scope} = session
    const renewable = refreshToken !== undefined || grant === 'client_credentials'
    if (!renewable) throw expired(profile)
    const basic = await basicToken()
    const reply =
      refreshToken === undefined
        ? clientCredentialsGrant(requestToken, {basicToken: basic, scope})
        : refreshGrant(requestToken, basic, refreshToken)
    const {message, hint} = expired(profile)
    return sessionFrom(await orNotAuthenticated(reply, message, hint ?? ''), session, Date.now())
  }
}

export function notLoggedIn(profile: string) {
  return authenticationError(`Profile "${profile}" is not logged in.`, {
    hint: `Run: commsctl login --profile ${profile}`,
  })
}

function expired(profile: string) {
  return authenticationError(`The session of profile "${profile}" has ended and cannot be renewed.`, {
    hint: `Run: commsctl login --profile ${profile}`,
  })
}

function isNewer(session: Session, refused: string): boolean {
  return session.access_token !== refused && !needsRenewal(session, Date.now())
}
