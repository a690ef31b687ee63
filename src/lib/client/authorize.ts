import {type Credentials} from './credentials.ts'
import {type Arrival} from './transmitter.ts'
import {type AuthKind} from './wire.ts'

type Transmit = (authorization: string | undefined) => Promise<Arrival>

/** How the attempts of one call get their `Authorization`: a bearer token that is refused is renewed, once for the whole call. */
export function authorizer(auth: AuthKind, credentials: Credentials): (transmit: Transmit) => Promise<Arrival> {
  let renewed = false
  return async (transmit) => {
    if (auth === 'none') return transmit(undefined)
    if (auth === 'basic') return transmit(`Basic ${await credentials.basicToken()}`)
    if (auth === 'murano') return transmit(`token ${await credentials.muranoToken()}`)
    const token = await credentials.accessToken()
    const arrival = await transmit(`Bearer ${token}`)
    if (arrival.incoming.status !== 401 || renewed) return arrival
    renewed = true
    // Whatever the call: refused with 401, it did nothing.
    const fresh = await credentials.renew(token)
    if (fresh === undefined) return arrival
    await arrival.incoming.discard()
    return transmit(`Bearer ${fresh}`)
  }
}
