import {baseOf, locate, targetOf, type Hosts, type Target} from './target.ts'
import {type AuthKind, type Body, type Method, type WireRequest} from './wire.ts'

/** One request with its place on the network settled, before authorization and life-cycle headers. */
export interface Call {
  method: Method
  target: Target
  /** The same on every attempt; lower-case names. */
  headers: Readonly<Record<string, string>>
  auth: AuthKind
  body: Body | undefined
  /** Names of body fields that are not to be shown. */
  secrets: readonly string[]
  /** Whether the reply is not to be shown at all. */
  secretReply: boolean
  idempotent: boolean
}

export interface CallOptions {
  hosts: Hosts
  apiVersion: string
}

/** A wire request as a call. Throws a usage error for a host that must not be used. */
export function callOf(request: WireRequest, options: CallOptions): Call {
  const {method, auth, body, secrets = [], secretReply = false, idempotent} = request
  return {
    method,
    target: targetOf(request, options.hosts),
    headers: headersOf(request, options),
    auth,
    body,
    secrets,
    secretReply,
    idempotent,
  }
}

/** The HEAD request that asks how far the work on a resource is; credentials go to the request's own host only. */
export function pollCallOf(location: string, request: WireRequest, options: CallOptions): Call {
  const target = locate(location, request.host, options.hosts)
  const own = target.origin === new URL(baseOf(request.host, options.hosts)).origin
  return {
    method: 'HEAD',
    target,
    headers: own ? headersOf(request, options) : {},
    auth: own ? request.auth : 'none',
    body: undefined,
    secrets: [],
    secretReply: false,
    idempotent: true,
  }
}

/**
 * A GET of a URL that the service gave out, or a POST of what it takes. It carries all that it needs: no credentials are sent
 * along, whatever its host.
 */
export function linkCallOf(
  link: string,
  headers: Readonly<Record<string, string>>,
  options: CallOptions,
  body?: Body,
): Call {
  return {
    method: body === undefined ? 'GET' : 'POST',
    target: locate(link, 'api', options.hosts),
    headers,
    auth: 'none',
    body,
    secrets: [],
    secretReply: false,
    idempotent: true,
  }
}

function headersOf(request: WireRequest, {apiVersion}: CallOptions): Record<string, string> {
  const own = Object.fromEntries(
    Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const),
  )
  if (request.host === 'murano') return {...muranoHeaders(request), ...own}
  // Who does not say who they are does not say either which version of the service they mean.
  const isAnonymous = request.auth === 'none' && own['authorization'] === undefined
  return {...(!isAnonymous && {'x-api-version': apiVersion}), ...own}
}

/** Murano knows no version of its API, and wants to be told of JSON even where nothing is sent. */
function muranoHeaders({body}: WireRequest): Record<string, string> {
  return body === undefined || body.kind === 'json' ? {'content-type': 'application/json'} : {}
}
