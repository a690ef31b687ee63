import {isIPv4} from 'node:net'
import {usageError} from '../errors.ts'

/**
 * Checks a base URL and takes off a trailing slash. It must be https, or http on loopback, and may have a path.
 * `where` says in the usage error where the value stands, e.g. `COMMSCTL_API_HOST`.
 */
export function checkHost(value: string, where: string): string {
  const refuse = (problem: string, hint: string) =>
    usageError(`The host in ${where} ${problem}: ${withoutLogin(value)}`, {code: 'bad-host', hint})
  if (!URL.canParse(value) || !/^https?:\/\//i.test(value)) {
    throw refuse('is not an http(s) URL', 'Write it with its scheme, as in https://api.example.com')
  }
  const url = new URL(value)
  if (url.username !== '' || url.password !== '') throw refuse('has a user or a password in it', 'Run: commsctl login')
  if (url.search !== '' || url.hash !== '') throw refuse('has a query or a fragment', 'Leave out what follows ? or #.')
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw refuse('is plain http, which would show secrets to the network', 'Use https; http is for loopback only.')
  }
  return url.href.replace(/\/+$/, '')
}

/** Scheme, host and port of a base URL. */
export function originOf(host: string): string {
  return new URL(host).origin
}

/** Whether a host name, IPv6 in brackets, is this machine's own. */
export function isLoopback(hostname: string): boolean {
  if (hostname === 'localhost' || hostname === '[::1]') return true
  return isIPv4(hostname) && hostname.startsWith('127.')
}

function withoutLogin(value: string): string {
  return value.replace(/\/\/[^/]*@/, '//***@')
}
