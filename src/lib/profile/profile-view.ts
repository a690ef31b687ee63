import {type Config} from './config-file.ts'
import {type Profile, requireProfile, sandboxName} from './profile.ts'
import {type SecretStore} from './secrets.ts'

/** What is shown of a profile. */
export interface ProfileView extends Profile {
  name: string
  /** Whether it is used where none is named. */
  current: boolean
  /** Whether a session is stored; the sandbox logs in by itself. */
  logged_in: boolean
}

/** Throws a usage error for an unknown profile; `where` says who named it. */
export async function profileView(
  {profiles, current}: Config,
  name: string,
  where: string,
  secrets: SecretStore,
): Promise<ProfileView> {
  const fields = requireProfile(profiles, name, where)
  const loggedIn = name === sandboxName || (await secrets.get(name, 'session')) !== undefined
  return {name, current: name === current, ...fields, logged_in: loggedIn}
}
