import {CliError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {maskPath} from './masking.ts'
import {type Host, type HostName, type WireRequest} from './wire.ts'

/** Where the hosts are: base URLs, which may have a path. */
export type Hosts = Readonly<Record<HostName, string>>

/** Where a request goes. The path is kept as text: a URL object would resolve `%2e%2e` in it. */
export interface Target {
  /** Scheme, host and port. */
  origin: string
  /** Path with query. */
  path: string
}

/** Where a request goes below the base of its host. Throws a usage error for a base URL that must not be used. */
export function targetOf(request: Pick<WireRequest, 'host' | 'path' | 'query'>, hosts: Hosts): Target {
  const base = checkBaseUrl(baseOf(request.host, hosts))
  const query = (request.query ?? [])
    .map((pair) => pair.flatMap((part) => (part === undefined ? [] : encodeURIComponent(part))).join('='))
    .join('&')
  const path = request.path.startsWith('/') ? request.path : `/${request.path}`
  return {origin: base.origin, path: `${basePath(base)}${path}${query === '' ? '' : `?${query}`}`}
}

/** Where a `location` header points: an absolute URL, or a path on the host, with or without the path of its base. */
export function locate(location: string, host: Host, hosts: Hosts): Target {
  const base = checkBaseUrl(baseOf(host, hosts))
  const prefix = basePath(base)
  const within = location.startsWith('/') && !location.startsWith('//') && !location.startsWith(`${prefix}/`)
  return resolveTarget(within ? `${prefix}${location}` : location, base)
}

/** The base URL of a host. */
export function baseOf(host: Host, hosts: Hosts): string {
  return isName(host, hosts) ? hosts[host] : host
}

function isName(host: Host, hosts: Hosts): host is HostName {
  return Object.hasOwn(hosts, host)
}

/** What the service names as a location, as a target. Throws when it is no URL, or plain http beyond this machine. */
export function resolveTarget(location: string, base: URL): Target {
  const url = parseUrl(location, base)
  if (url === null || !isProtected(url)) {
    throw new CliError(`${base.host} named a location that is not followed: ${maskPath(location)}`, {
      code: 'bad-location',
      exit: ExitCode.Unavailable,
      hint: 'Only https is followed, and plain http on this machine.',
    })
  }
  return {origin: url.origin, path: url.pathname + url.search}
}

/** A host's base URL, checked: https, or http on this machine. Throws a usage error. */
export function checkBaseUrl(text: string): URL {
  const url = parseUrl(text)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw usageError(`'${text}' is not the URL of a host.`, {
      code: 'bad-host',
      hint: 'Write it like https://api.example.com.',
    })
  }
  if (isProtected(url)) return url
  throw usageError(`${url.origin} is not encrypted, and nothing is sent there.`, {
    code: 'insecure-host',
    hint: `Use https://${url.host}; plain http is for this machine only (127.0.0.1, ::1, localhost).`,
  })
}

/** Whether an origin or URL is on this machine. */
export function isLoopback(origin: string): boolean {
  const hostname = parseUrl(origin)?.hostname ?? ''
  // Names below localhost are loopback, too (RFC 6761): the sandbox in this process has one.
  return /^(.+\.)?localhost$/.test(hostname) || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}

export function urlOf(target: Target): URL {
  return new URL(target.origin + target.path)
}

function parseUrl(text: string, base?: URL): URL | null {
  return URL.canParse(text, base?.href) ? new URL(text, base) : null
}

function basePath(base: URL): string {
  return base.pathname.replace(/\/+$/, '')
}

function isProtected(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.origin))
}
