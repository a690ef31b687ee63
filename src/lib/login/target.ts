import {type Console} from '../console.ts'
import {usageError} from '../errors.ts'
import {originOf} from '../profile/host.ts'
import {refuseSandbox, saveLogin} from '../profile/login.ts'
import {firstProfile, type Profile} from '../profile/profile.ts'
import {settingTable} from '../profile/settings-table.ts'
import {type SignedIn} from './sign-in.ts'

/** Whom a token stands for. */
interface Me {
  user_uuid: string
  email: string
  account_uuid?: string
}

/**
 * The profile that a login goes into: the one in force, or the first. Throws a usage error for the sandbox, and where an
 * existing profile that was not named on the command line would change its host.
 */
export function checkTarget({settings, config}: Console, host: 'api_host' | 'murano_host' = 'api_host'): string {
  const {profile, values} = settings
  const name = profile?.name ?? firstProfile
  refuseSandbox(name)
  const stored = config.profiles[name]
  if (stored === undefined || profile?.chosenBy === '--profile' || originIn(stored, host) === originOf(values[host])) {
    return name
  }
  const login = host === 'murano_host' ? 'murano login' : 'login'
  throw usageError(`The profile “${name}” is for ${originIn(stored, host)}, not for ${values[host]}.`, {
    hint: `To make another profile: commsctl ${login} --profile NAME`,
  })
}

/** Stores the login with hosts, account and user in the profile, and tells people. */
export async function storeLogin(console: Console, profile: string, signedIn: SignedIn, me: Me): Promise<void> {
  const {settings, config, paths} = console
  const {session, claims, basicToken, email} = signedIn
  const {api_host, auth_host} = settings.values
  const user = claims.user ?? me.user_uuid
  const stored = config.profiles[profile]
  // The same user logs in again: the account that they chose to work on stays.
  const isSame = stored?.user === user && originIn(stored, 'api_host') === originOf(api_host)
  const account = (isSame ? stored.account : undefined) ?? claims.account ?? me.account_uuid
  const {secrets} = await console.connection()
  const fields = {api_host, auth_host, account, user, email}
  await saveLogin(paths, secrets, {profile, fields, session, basicToken})
  const current = config.current ?? profile
  await console.note(`Logged in to ${api_host} as ${me.email || user}, profile “${profile}”.`)
  if (current !== profile) await console.note(`To use it from now on: commsctl profiles use ${profile}`)
}

function originIn(profile: Profile, host: 'api_host' | 'murano_host'): string {
  return originOf(profile[host] ?? settingTable[host].default)
}
