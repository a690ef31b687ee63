import {type TokenReply} from '../../../src/lib/client/credentials.ts'
import {CliError} from '../../../src/lib/errors.ts'
import {ExitCode} from '../../../src/lib/exit-code.ts'
import {type RequestToken} from '../../../src/lib/profile/grants.ts'

/** Sends token requests to a host with nothing but fetch: what the HTTP layer does in the product. */
export function requestTokenAt(host: string): RequestToken {
  return async (basicToken, form, headers = {}) => {
    const reply = await fetch(`${host}/oauth/token`, {
      method: 'POST',
      headers: {...headers, authorization: `Basic ${basicToken}`},
      body: new URLSearchParams(form),
    })
    if (reply.ok) return (await reply.json()) as TokenReply
    const {message} = (await reply.json()) as {message: string}
    throw new CliError(message, {code: String(reply.status), exit: ExitCode.NotAuthenticated, status: reply.status})
  }
}
