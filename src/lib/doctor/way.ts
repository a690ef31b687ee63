import {type HostName} from '../client/wire.ts'
import {once} from '../once.ts'
import {proxyOf} from '../client/proxy.ts'
import {askFor, lookAtAnswer, lookAtClock} from './answer.ts'
import {type Check} from './check.ts'
import {type Circumstances} from './circumstances.ts'
import {lookAtConnection} from './connection.ts'
import {lookAtDns} from './dns.ts'
import {skipped} from './finding.ts'
import {type Place} from './place.ts'
import {lookAtProxy} from './proxy.ts'
import {lookAtTls} from './tls.ts'

/** What is looked at of the way to a place, and of that the check that tells whether it answers. */
export interface Way {
  hosts: readonly HostName[]
  checks: readonly Check[]
  answer: Check
}

/** From here to a place, each check after the one before it. */
export function wayTo(place: Place, settings: Check, circumstances: Circumstances): Way {
  const {console, env, timeoutMs, isEmbedded} = circumstances
  const answered = once(async () => askFor(place, (await console.connection()).client, timeoutMs))
  const after = (before: Check, name: string, look: Check['look']): Check => {
    return {name, subject: place.name || undefined, needs: [before], look}
  }
  /** What has nothing to look at where there is no network, and is not this machine’s to do where there is a proxy. */
  const onTheWay = (look: Check['look']) => async () => {
    if (isEmbedded) return skipped('The sandbox is in this process.')
    return proxyOf(place.origin, env) === undefined ? look() : skipped('The proxy does it.')
  }
  const proxy = after(settings, 'proxy', async () => lookAtProxy(place, env, timeoutMs))
  const dns = after(
    proxy,
    'dns',
    onTheWay(() => lookAtDns(place, timeoutMs)),
  )
  const connection = after(
    dns,
    'connection',
    onTheWay(() => lookAtConnection(place, timeoutMs)),
  )
  const tls = after(
    connection,
    'tls',
    onTheWay(() => lookAtTls(place, env, timeoutMs)),
  )
  const answer = after(tls, 'answer', async () => lookAtAnswer(await answered(), place))
  const clock = after(answer, 'clock', async () => lookAtClock(await answered()))
  return {hosts: place.hosts, checks: [proxy, dns, connection, tls, answer, clock], answer}
}
