import {authenticationError} from '../errors.ts'
import {type TokenClaims, readClaims} from '../profile/access-token.ts'
import {type CredentialSource, sourceInForce} from '../profile/credentials.ts'
import {type SecretStore} from '../profile/secrets.ts'
import {type Settings} from '../profile/settings.ts'
import {failed, ok, type Outcome} from './finding.ts'
import {ExitCode} from '../exit-code.ts'

const described: Readonly<Record<CredentialSource, string>> = {
  token: 'The access token of COMMSCTL_TOKEN is used.',
  password: 'E-mail address and password of the environment are used.',
  sandbox: 'The sandbox’s first user is used.',
  session: 'The stored session is used.',
  application: 'The application itself is used, by its basic token.',
}

/** Whether there is something to log in with; what is stored or given is looked at, and nobody asked. */
export async function lookAtLogin(settings: Settings, store: SecretStore): Promise<Outcome> {
  const source = await sourceInForce({settings, store})
  if (source === 'token') return ofToken(await readClaims(settings.values.token ?? ''))
  if (source !== 'session') return ok(described[source])
  const session = await store.get(settings.profile?.name ?? '', 'session')
  const {expires_at, refresh_token, grant} = session ?? {}
  if (expires_at === undefined || expires_at > Date.now()) return ok(described.session + until(expires_at))
  if (refresh_token !== undefined || grant === 'client_credentials')
    return ok('The stored session has ended, and is renewed at the next request.')
  throw authenticationError(`The stored session has ended on ${timeOf(expires_at)}, and cannot be renewed.`, {
    hint: `commsctl login --profile ${settings.profile?.name}`,
  })
}

function ofToken({expiresAt}: TokenClaims): Outcome {
  if (expiresAt === undefined || expiresAt > Date.now()) return ok(described.token + until(expiresAt))
  return failed(`The access token of COMMSCTL_TOKEN has ended on ${timeOf(expiresAt)}.`, {
    exit: ExitCode.NotAuthenticated,
    why: 'A token that is given cannot be renewed.',
    mend: 'Set COMMSCTL_TOKEN to a new one, or unset it and run: commsctl login',
  })
}

/** Who the token of a login stands for, and what it is good for. The token itself is not told. */
export async function lookAtToken(token: string): Promise<Outcome> {
  const {user, account, expiresAt, scope} = await readClaims(token)
  const claims = [
    user !== undefined && `user ${user}`,
    account !== undefined && `account ${account}`,
    scope !== undefined && `scope ${scope}`,
    expiresAt !== undefined && `good until ${timeOf(expiresAt)}`,
  ].filter((claim) => claim !== false)
  return ok(claims.length === 0 ? 'There is a token, which says nothing of itself.' : `${claims.join(', ')}.`)
}

function until(time: number | undefined): string {
  return time === undefined ? '' : ` It is good until ${timeOf(time)}.`
}

function timeOf(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+/, '')
}
