import {collect} from '../collect.ts'
import {type Caller} from '../operation/declaration.ts'
import {type Fallback} from '../parameter.ts'
import {checkToken, listBusinesses} from './session-calls.ts'

/** What Murano knows of the user where neither a flag nor a setting says it: whose token it is, and the only business. */
export async function muranoFallback(
  fallback: Fallback,
  caller: Caller,
  token: () => Promise<string>,
): Promise<string | undefined> {
  if (fallback === 'murano_email') return (await caller.call(checkToken, {token: await token()})).email
  if (fallback !== 'murano_business') return undefined
  const businesses = await collect(caller.all(listBusinesses, {}))
  return businesses.length === 1 ? businesses[0]!.bizid : undefined
}
