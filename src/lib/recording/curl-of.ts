import {isSecretName, MASK} from '../client/masking.ts'
import {type JsonValue} from '../client/wire.ts'
import {shellQuoted} from '../shell-quote.ts'
import {type Exchange} from './exchange.ts'
import {isForm} from './har.ts'

/** What each request has anew, or curl says itself. */
const ownHeaders = new Set(['id', 'trace', 'parent', 'debug', 'user-agent', 'content-length', 'host', 'connection'])

/** Characters of no language, around the name of a variable until the shell's quotes are put. */
const [open, close] = ['\ue000', '\ue001']
const variable = /\ue000(\w+)\ue001/

/** A recorded request as a command line for a POSIX shell, with variables in the place of secrets. */
export function curlOf(exchange: Exchange): string {
  const {method, url, headers, body} = exchange
  const isMultipart = headers['content-type']?.startsWith('multipart/') === true
  const shown = Object.entries(headers).filter(
    // curl draws the boundary between parts itself.
    ([name]) => !ownHeaders.has(name) && !(isMultipart && name === 'content-type'),
  )
  return [
    `curl ${methodOption(method, body)}${inShell(urlWithVariables(url))}`,
    ...shown.map(([name, value]) => `-H ${inShell(`${name}: ${headerWithVariables(name, value, exchange)}`)}`),
    ...(body === undefined ? [] : bodyOptions(body, headers['content-type'] ?? '')),
  ].join(' \\\n  ')
}

function methodOption(method: string, body: JsonValue | undefined): string {
  if (method === 'HEAD') return '--head '
  return method === (body === undefined ? 'GET' : 'POST') ? '' : `-X ${method} `
}

function bodyOptions(body: JsonValue, mimeType: string): string[] {
  if (!isForm(mimeType)) {
    const text = typeof body === 'string' ? body : JSON.stringify(withVariables(body))
    return [`--data-raw ${inShell(text)}`]
  }
  return (body as [string, string][]).map(([name, value]) => {
    const shown = value === MASK ? variableOf(name) : value
    if (!mimeType.startsWith('multipart/')) return `--data-urlencode ${inShell(`${name}=${shown}`)}`
    return `${value.startsWith('@') ? '-F' : '--form-string'} ${inShell(`${name}=${shown}`)}`
  })
}

function headerWithVariables(name: string, value: string, {auth, host}: Exchange): string {
  if (name !== 'authorization') return value.replaceAll(MASK, variableOf(name))
  const isBasic = auth === 'basic' || (auth !== 'bearer' && host === 'auth')
  return isBasic ? `Basic ${marked('COMMSCTL_BASIC_TOKEN')}` : `Bearer ${marked('COMMSCTL_TOKEN')}`
}

/** Masked values of the query by their names; what is masked in the path is a token. */
function urlWithVariables(url: string): string {
  return url
    .replace(/([?&])([^=&]+)=\*\*\*/g, (_, before: string, name: string) => `${before}${name}=${variableOf(name)}`)
    .replaceAll(MASK, marked('TOKEN'))
}

function withVariables(value: JsonValue, name = 'SECRET'): JsonValue {
  if (value === MASK) return variableOf(name)
  if (Array.isArray(value)) return value.map((inner) => withVariables(inner, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withVariables(inner, key)]))
}

function variableOf(name: string): string {
  return marked(name.replace(/[^a-z0-9]+/gi, '_').toUpperCase())
}

function marked(name: string): string {
  return open + name + close
}

/** Text as a word of the shell: `'{"password":"'"$PASSWORD"'"}'`. */
function inShell(text: string): string {
  return text
    .split(/(\ue000\w+\ue001)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = variable.exec(piece)?.[1]
      if (name !== undefined) return `"$${name}"`
      return /^[\w@%+=:,./-]+$/.test(piece) ? piece : shellQuoted(piece)
    })
    .join('')
}

/** Whether something in the request is masked, so that it cannot be sent as it was; the credentials are anybody's own. */
export function isIncomplete({url, headers, body}: Exchange): boolean {
  const others = Object.entries(headers).filter(([name]) => !isSecretName(name))
  return [url, JSON.stringify(body ?? null), JSON.stringify(others)].some((text) => text.includes(MASK))
}
