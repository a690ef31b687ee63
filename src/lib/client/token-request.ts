import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type TokenReply} from './credentials.ts'
import {type WireReply, type WireRequest} from './wire.ts'

/** The request for tokens. Asking again does no harm: a token lost on its way is of no use to anybody. */
export function tokenRequest(
  basicToken: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): WireRequest {
  return {
    method: 'POST',
    host: 'auth',
    path: '/oauth/token',
    auth: 'none',
    idempotent: true,
    headers: {...headers, authorization: `Basic ${basicToken}`},
    body: {kind: 'form', fields: Object.entries(form)},
  }
}

/** The tokens of a reply. Throws when there are none. */
export function tokensOf({body, status, traceId}: WireReply): TokenReply {
  if (isTokenReply(body)) return body
  throw new CliError('The auth host answered without a token.', {
    code: 'bad-reply',
    exit: ExitCode.Unavailable,
    status,
    traceId,
    hint: 'See whether the auth host in your settings is right: commsctl config list',
  })
}

function isTokenReply(body: unknown): body is TokenReply {
  return typeof body === 'object' && body !== null && 'access_token' in body && typeof body.access_token === 'string'
}
