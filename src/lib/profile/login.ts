import {usageError} from '../errors.ts'
import {readClaims} from './access-token.ts'
import {type Paths} from './paths.ts'
import {sandboxName} from './profile.ts'
import {type ProfileChanges, saveProfile} from './profiles.ts'
import {updateConfig} from './config-file.ts'
import {type SecretStore, type Session} from './secrets.ts'

export interface Login {
  profile: string
  /** What to remember in the profile: its hosts, account, user, e-mail address. */
  fields: ProfileChanges
  session: Session
  /** The application's; without it the session cannot be renewed. */
  basicToken?: string | undefined
}

/** A session made of a token that the user already has. It cannot be renewed. */
export async function sessionFromToken(accessToken: string, origins: readonly string[]): Promise<Session> {
  const {expiresAt} = await readClaims(accessToken)
  return {
    access_token: accessToken,
    token_type: 'Bearer',
    ...(expiresAt !== undefined && {expires_at: expiresAt}),
    grant: 'token',
    origins,
  }
}

/**
 * Stores a login in place of the profile's earlier one. The first profile becomes the current one.
 * Throws a usage error for the sandbox, which needs no login.
 */
export async function saveLogin(paths: Paths, store: SecretStore, login: Login): Promise<void> {
  const {profile, fields, session, basicToken} = login
  refuseSandbox(profile)
  await saveProfile(paths, profile, fields)
  if (basicToken === undefined) await store.delete(profile, 'basic_token')
  await store.set(profile, {
    session,
    ...(basicToken !== undefined && {basic_token: {value: basicToken, origins: session.origins}}),
  })
  await updateConfig(paths.configFile, (config) => {
    config.current ??= profile
  })
}

/** Throws a usage error for the profile that logs in by itself; ask before anything is sent. */
export function refuseSandbox(profile: string): void {
  if (profile !== sandboxName) return
  throw usageError('The profile "sandbox" needs no login: it has a user of its own.', {
    hint: 'To make a profile of your own: commsctl login --profile NAME',
  })
}
