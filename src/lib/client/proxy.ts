import {usageError} from '../errors.ts'
import {isLoopback} from './target.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** The proxy that requests to an origin go through, and the variable that names it. */
export interface Proxy {
  variable: string
  url: URL
}

/** Plain http never leaves this machine: what http_proxy names serves https, where nothing else does. */
const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']
const exceptionVariables = ['no_proxy', 'NO_PROXY']

/** The proxy for an origin; undefined where it is reached without one, as this machine always is. Throws a usage error for a variable that names none. */
export function proxyOf(origin: string, env: Environment): Proxy | undefined {
  const variable = firstSet(proxyVariables, env)
  if (variable === undefined || isLoopback(origin) || isExcepted(new URL(origin), env)) return undefined
  const text = env[variable]!
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return {variable, url: new URL(text)}
  throw usageError(`${variable} does not name a proxy.`, {
    code: 'bad-proxy',
    hint: `Write it like http://proxy.example.com:3128, or unset ${variable}.`,
  })
}

/** `NO_PROXY`: hosts with those below them, each maybe with a port; `*` is all. */
function isExcepted({hostname, port}: URL, env: Environment): boolean {
  const entries = (env[firstSet(exceptionVariables, env) ?? ''] ?? '').split(/[,\s]+/).filter((entry) => entry !== '')
  return entries.some((entry) => {
    const [, name = entry, only] = /^(.+):(\d+)$/.exec(entry) ?? []
    const host = name.replace(/^\*?\./, '').toLowerCase()
    const isPort = only === undefined || only === (port || '443')
    return host === '*' || (isPort && (hostname === host || hostname.endsWith(`.${host}`)))
  })
}

/** The name of the first variable that is set to something. */
function firstSet(names: readonly string[], env: Environment): string | undefined {
  return names.find((name) => (env[name] ?? '') !== '')
}
