import {locate, targetOf, type Hosts, type Target} from './target.ts'
import {type AuthKind, type Body, type HostName, type Method, type WireRequest} from './wire.ts'

/** One request with its place on the network settled, before authorization and life-cycle headers. */
export interface Call {
  method: Method
  target: Target
  /** Which of the hosts of the settings it goes to; undefined for a URL that the service gave out. */
  host: HostName | undefined
  /** The same on every attempt; lower-case names. */
  headers: Readonly<Record<string, string>>
  auth: AuthKind
  body: Body | undefined
  /** Names of body fields that are not to be shown. */
  secrets: readonly string[]
  idempotent: boolean
  /** Whether it changes anything at the service. */
  changes: boolean
}

export interface CallOptions {
  hosts: Hosts
  apiVersion: string
}

/** A wire request as a call. Throws a usage error for a host that must not be used. */
export function callOf(request: WireRequest, options: CallOptions): Call {
  const {method, auth, body, secrets = [], idempotent, changes = false} = request
  return {
    method,
    target: targetOf(request, options.hosts),
    host: request.host,
    headers: headersOf(request, options),
    auth,
    body,
    secrets,
    idempotent,
    changes,
  }
}

/** The HEAD request that asks how far the work on a resource is; credentials go to the request's own host only. */
export function pollCallOf(location: string, request: WireRequest, options: CallOptions): Call {
  const target = locate(location, request.host, options.hosts)
  const own = target.origin === new URL(options.hosts[request.host]).origin
  return {
    method: 'HEAD',
    target,
    host: own ? request.host : undefined,
    headers: own ? headersOf(request, options) : {},
    auth: own ? request.auth : 'none',
    body: undefined,
    secrets: [],
    idempotent: true,
    changes: false,
  }
}

/** A GET of a URL that the service gave out. It carries all that it needs: no credentials are sent along, whatever its host. */
export function linkCallOf(link: string, headers: Readonly<Record<string, string>>, options: CallOptions): Call {
  return {
    method: 'GET',
    target: locate(link, 'api', options.hosts),
    host: undefined,
    headers,
    auth: 'none',
    body: undefined,
    secrets: [],
    idempotent: true,
    changes: false,
  }
}

function headersOf(request: WireRequest, {apiVersion}: CallOptions): Record<string, string> {
  const own = Object.fromEntries(
    Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const),
  )
  // Who does not say who they are does not say either which version of the service they mean.
  const isAnonymous = request.auth === 'none' && own['authorization'] === undefined
  return {...(!isAnonymous && {'x-api-version': apiVersion}), ...own}
}
