import {authenticationError, CliError} from '../errors.ts'
import {type Caller} from '../operation/declaration.ts'
import {muranoLogin} from '../profile/murano-token.ts'
import {checkToken} from './session-calls.ts'

/** A refusal as it is, or, where the token is not known any more, an authentication error with the command that mends it. */
export async function endedOr(
  refusal: CliError,
  caller: Caller,
  token: string,
  profile: string | undefined,
): Promise<CliError> {
  try {
    await caller.call(checkToken, {token})
    return refusal
  } catch (error) {
    const isUnknown = error instanceof CliError && [401, 403, 404].includes(error.status ?? 0)
    if (!isUnknown) return refusal
    return authenticationError('Murano does not know the token any more.', {
      hint: `Log in again: ${muranoLogin(profile)}`,
      status: refusal.status,
      traceId: refusal.traceId,
      cause: refusal,
    })
  }
}
