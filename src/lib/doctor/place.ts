import {type Hosts} from '../client/target.ts'
import {type HostName} from '../client/wire.ts'
import {originOf} from '../profile/host.ts'

/** Where requests go to, by scheme, host and port. */
export interface Place {
  /** Those of the hosts of the settings that are there. */
  hosts: readonly HostName[]
  origin: string
  hostname: string
  port: number
  isEncrypted: boolean
  /** How people are told of it. */
  name: string
}

/** The places that these hosts are at. */
export function placesOf(hosts: Hosts, wanted: readonly HostName[]): Place[] {
  const origins = [...new Set(wanted.map((name) => originOf(hosts[name])))]
  return origins.map((origin) =>
    placeOf(
      origin,
      wanted.filter((name) => originOf(hosts[name]) === origin),
    ),
  )
}

function placeOf(origin: string, hosts: readonly HostName[]): Place {
  const url = new URL(origin)
  const hostname = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const isEncrypted = url.protocol === 'https:'
  const port = url.port === '' ? (isEncrypted ? 443 : 80) : Number(url.port)
  return {hosts, origin, hostname, port, isEncrypted, name: url.host}
}
