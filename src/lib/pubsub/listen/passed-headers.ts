import {type IncomingHttpHeaders} from 'node:http'

/** What is only of one connection (RFC 9110, 7.6.1), or said anew for the next. */
const ofConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
  'content-length',
  'expect',
])

/** The headers that go on with a body, but for those that are left out: lower-case names. */
export function passedHeaders(headers: IncomingHttpHeaders, leftOut: ReadonlySet<string> = new Set()) {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase())
  const passed: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || ofConnection.has(name) || named.includes(name) || leftOut.has(name)) continue
    passed[name] = [value].flat().join(', ')
  }
  return passed
}
