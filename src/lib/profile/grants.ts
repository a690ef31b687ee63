import {hideValue} from '../client/masking.ts'
import {authenticationError, CliError} from '../errors.ts'
import {type TokenReply} from '../client/credentials.ts'
import {type Session} from './secrets.ts'

/**
 * Sends `POST /oauth/token` to the auth host: Basic authentication, a form, further headers. The HTTP layer provides it.
 * A refusal is a CliError with the HTTP status; a network failure is any other error.
 */
export type RequestToken = (
  basicToken: string,
  form: Readonly<Record<string, string>>,
  headers?: Readonly<Record<string, string>>,
) => Promise<TokenReply>

const defaultScope = 'default'

export interface PasswordGrant {
  basicToken: string
  email: string
  password: string
  deviceId: string
  scope?: string | undefined
}

export function passwordGrant(request: RequestToken, grant: PasswordGrant): Promise<TokenReply> {
  const {basicToken, email, password, deviceId, scope = defaultScope} = grant
  return request(basicToken, {grant_type: 'password', scope, email, password}, {'x-device-id': deviceId})
}

export interface ClientCredentialsGrant {
  basicToken: string
  scope?: string | undefined
}

export function clientCredentialsGrant(request: RequestToken, grant: ClientCredentialsGrant): Promise<TokenReply> {
  const {basicToken, scope = defaultScope} = grant
  return request(basicToken, {grant_type: 'client_credentials', scope})
}

export function refreshGrant(request: RequestToken, basicToken: string, refreshToken: string): Promise<TokenReply> {
  return request(basicToken, {grant_type: 'refresh_token', refresh_token: refreshToken})
}

/** Whether the token service itself said no, which asking again will not change. */
function isRefusal(error: unknown): error is CliError {
  return error instanceof CliError && (error.status === 400 || error.status === 401)
}

/** Runs a grant; a refusal becomes an authentication error with `message` and `hint`, other failures stay what they are. */
export async function orNotAuthenticated<T>(grant: Promise<T>, message: string, hint: string): Promise<T> {
  try {
    return await grant
  } catch (error) {
    if (!isRefusal(error)) throw error
    const {status, traceId} = error
    throw authenticationError(message, {hint, status, traceId, details: [error.message], cause: error})
  }
}

type SessionBasis = Pick<Session, 'grant' | 'scope' | 'origins' | 'refresh_token'>

/** A session to store, from what the token service answered at `now` (ms). A refresh token in the answer replaces the one in `basis`. */
export function sessionFrom(reply: TokenReply, basis: SessionBasis, now: number): Session {
  const {access_token, token_type, refresh_token = basis.refresh_token, expires_in} = reply
  for (const token of [access_token, refresh_token]) hideValue(token)
  return {
    access_token,
    token_type,
    ...(refresh_token !== undefined && {refresh_token}),
    ...(Number.isFinite(expires_in) && {expires_at: now + expires_in * 1000, expires_in}),
    grant: basis.grant,
    ...(basis.scope !== undefined && {scope: basis.scope}),
    origins: basis.origins,
  }
}

/** Renewed this long before its end, in ms: short-lived tokens are used for most of their life all the same. */
const earliness = 30_000

/** Whether a token is over, or so near its end that it could be over on arrival. */
export function needsRenewal({expires_at, expires_in}: Session, now: number): boolean {
  if (expires_at === undefined) return false
  const early = Math.min(earliness, (expires_in ?? Infinity) * 1000 * 0.2)
  return now >= expires_at - early
}
