import {collect} from '../collect.ts'
import {type Caller} from '../operation/declaration.ts'
import {orNotAuthenticated} from '../profile/grants.ts'
import {muranoLogin} from '../profile/murano-token.ts'
import {type Settings} from '../profile/settings.ts'
import {authenticationError, CliError} from '../errors.ts'
import {checkToken, listBusinesses, type Membership, type TokenState} from './session-calls.ts'

/** Whose a token is, how many seconds it is still good for, and the businesses that the user belongs to. */
export interface MuranoUser extends TokenState {
  businesses: Membership[]
}

/** Asks Murano about a token. Throws exit 3 for one that it does not know any more. */
export async function muranoUser(caller: Caller, token: string, {values, profile}: Settings): Promise<MuranoUser> {
  const message = `${values.murano_host} does not take the token.`
  const hint = `It may have ended, or be one of another host. To log in again: ${muranoLogin(profile?.name)}`
  const state = await orNotAuthenticated(caller.call(checkToken, {token}), message, hint).catch((error: unknown) => {
    // What is asked for is the token itself: one that is not there is one that has ended.
    if (!(error instanceof CliError) || error.status !== 404) throw error
    throw authenticationError(message, {hint, status: 404, traceId: error.traceId, cause: error})
  })
  return {...state, businesses: await collect(caller.all(listBusinesses, {email: state.email}))}
}
