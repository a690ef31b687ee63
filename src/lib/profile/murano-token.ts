import {authenticationError} from '../errors.ts'
import {type CredentialsOptions} from './credentials.ts'
import {orNotAuthenticated} from './grants.ts'
import {originOf} from './host.ts'
import {sandboxHosts} from './profile.ts'
import {type Settings} from './settings.ts'

/** Asks Murano for a token. A refusal is a CliError with the HTTP status. */
export type RequestMuranoToken = (email: string, password: string) => Promise<string>

type Options = Pick<CredentialsOptions, 'settings' | 'store' | 'requestMuranoToken' | 'seededAccess'>

/**
 * Where Murano's token comes from, the first that there is: `COMMSCTL_MURANO_TOKEN`; `COMMSCTL_MURANO_PASSWORD` with
 * e-mail address; the embedded sandbox's seeded user; what `murano login` stored, for the host that it was issued by.
 */
export async function muranoToken(options: Options): Promise<string> {
  const {settings, store, requestMuranoToken, seededAccess} = options
  const {profile, values} = settings
  if (profile?.embedded) assertInSandbox(settings)
  if (values.murano_token !== undefined) return values.murano_token
  if (values.murano_password !== undefined) return withPassword(options, values.murano_password)
  if (profile?.embedded && seededAccess !== undefined) {
    const {email, password} = (await seededAccess()).murano
    return requestMuranoToken(email, password)
  }
  const stored = profile && (await store.get(profile.name, 'murano_token'))
  if (stored === undefined) throw notLoggedIn(profile?.name)
  if (!stored.origins.includes(originOf(values.murano_host))) throw otherHost(stored.origins, settings)
  return stored.value
}

/** The command that mends a missing or ended token. */
export function muranoLogin(profile: string | undefined): string {
  return `commsctl murano login${profile === undefined ? '' : ` --profile ${profile}`}`
}

async function withPassword({settings, requestMuranoToken}: Options, password: string): Promise<string> {
  const {murano_email: email, murano_host: host} = settings.values
  if (email === undefined) {
    throw authenticationError('A password for Murano is set, but no e-mail address.', {
      hint: 'Set COMMSCTL_MURANO_EMAIL beside COMMSCTL_MURANO_PASSWORD.',
    })
  }
  return orNotAuthenticated(
    requestMuranoToken(email, password),
    `${host} did not take the e-mail address and password given.`,
    'Check COMMSCTL_MURANO_EMAIL, COMMSCTL_MURANO_PASSWORD and COMMSCTL_MURANO_HOST.',
  )
}

function notLoggedIn(profile: string | undefined) {
  const who = profile === undefined ? 'There is no profile' : `Profile "${profile}" is not logged in to Murano`
  return authenticationError(`${who}, and COMMSCTL_MURANO_TOKEN is not set.`, {
    hint: `Run: ${muranoLogin(profile)}. To try it without an account, add: --profile sandbox`,
  })
}

function otherHost(origins: readonly string[], {values, origin, profile}: Settings) {
  return authenticationError(
    `The stored Murano token is for ${origins.join(' and ')}: it is not sent to ${values.murano_host} (${origin('murano_host').text}).`,
    {code: 'other-host', hint: `Run: ${muranoLogin(profile?.name)}`},
  )
}

/** Requests of the embedded profile never leave this process: another host would be the sandbox in disguise. */
function assertInSandbox({values, origin}: Settings): void {
  if (values.murano_host === sandboxHosts.murano_host) return
  const {text} = origin('murano_host')
  throw authenticationError(`${text} leads from the sandbox to ${values.murano_host}.`, {
    hint: `Unset ${text}, or use a profile for that host: ${muranoLogin('NAME')}`,
  })
}
