import {type Connection} from '../connection.ts'
import {checkToken} from '../murano/session-calls.ts'
import {ok, type Outcome} from './finding.ts'

/** Whether Murano takes the token, and for how long. */
export async function lookAtMurano(connection: Connection): Promise<Outcome> {
  const token = await connection.muranoToken()
  const {email, ttl} = await connection.service.call(checkToken, {token})
  return ok(ttl === undefined ? `Logged in as ${email}.` : `Logged in as ${email}, good for ${ttl} s more.`)
}
