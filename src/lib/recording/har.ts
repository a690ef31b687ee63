import {STATUS_CODES} from 'node:http'
import {type Phases} from '../client/events.ts'
import {type JsonValue} from '../client/wire.ts'
import {type Exchange, type ExchangeReply} from './exchange.ts'

/** Of a larger body only its size is kept. */
export const largestBody = 1024 * 1024

/** HAR 1.2, as far as it is written here: names that begin with `_` are our own, as the format has it. */
export interface Har {
  log: {version: '1.2'; creator: {name: string; version: string}; entries: HarEntry[]; comment: string}
}

export interface HarEntry {
  startedDateTime: string
  time: number
  request: HarRequest
  response: HarResponse
  cache: Record<string, never>
  timings: HarTimings
  _trace_id: string
  _attempt: number
  /** Which of the hosts of the settings it went to. */
  _host?: string | undefined
  _auth?: string | undefined
  /** Why there was no whole reply. */
  _error?: string | undefined
}

export interface HarRequest {
  method: string
  url: string
  httpVersion: string
  cookies: []
  headers: NameAndValue[]
  queryString: NameAndValue[]
  postData?: {mimeType: string; text?: string; params?: HarParam[]; comment?: string} | undefined
  headersSize: number
  bodySize: number
}

interface HarResponse {
  status: number
  statusText: string
  httpVersion: string
  cookies: []
  headers: NameAndValue[]
  content: {size: number; mimeType: string; text?: string; comment?: string}
  redirectURL: string
  headersSize: number
  bodySize: number
}

/** -1: it did not take place, or is not known. The first three may be missing, `ssl` is a part of `connect`. */
export interface HarTimings {
  blocked: number
  dns: number
  connect: number
  ssl: number
  send: number
  wait: number
  receive: number
}

export interface NameAndValue {
  name: string
  value: string
}

export type HarParam = NameAndValue | {name: string; fileName: string}

/** The exchanges as a HAR document that browsers' tools open. */
export function toHar(exchanges: readonly Exchange[], version: string): Har {
  return {
    log: {
      version: '1.2',
      creator: {name: 'commsctl', version},
      entries: exchanges.map(entryOf),
      comment: 'Secrets are masked: ***',
    },
  }
}

function entryOf(exchange: Exchange): HarEntry {
  const {at, trace, attempt, host, auth, failure, reply} = exchange
  const timings = timingsOf(exchange)
  return {
    startedDateTime: new Date(at).toISOString(),
    time: total(timings),
    request: requestOf(exchange),
    response: responseOf(reply),
    cache: {},
    timings,
    ...{_trace_id: trace, _attempt: attempt, _host: host, _auth: auth, _error: failure},
  }
}

function requestOf({method, url, headers, body}: Exchange): HarRequest {
  const {search} = new URL(url)
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairs(Object.entries(headers)),
    queryString: pairs(new URLSearchParams(search)),
    postData: body === undefined ? undefined : postDataOf(body, headers['content-type'] ?? ''),
    headersSize: -1,
    bodySize: Number(headers['content-length'] ?? -1),
  }
}

/** Forms as their fields; of files, the names. */
function postDataOf(body: JsonValue, mimeType: string): HarRequest['postData'] {
  if (!isForm(mimeType)) return {mimeType, ...textOf(body, Buffer.byteLength(JSON.stringify(body)))}
  const params = (body as [string, string][]).map(([name, value]) =>
    mimeType.startsWith('multipart/') && value.startsWith('@') ? {name, fileName: value.slice(1)} : {name, value},
  )
  return {mimeType, params}
}

export function isForm(mimeType: string): boolean {
  return /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(mimeType)
}

function responseOf(reply: ExchangeReply | undefined): HarResponse {
  const {status = 0, headers = {}, size = 0, body} = reply ?? {}
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairs(Object.entries(headers)),
    content: {size, mimeType: headers['content-type'] ?? 'x-unknown', ...textOf(body, size)},
    redirectURL: headers['location'] ?? '',
    headersSize: -1,
    bodySize: reply?.size ?? -1,
  }
}

/** A body as text; what is too large, or was handed on while it arrived, is only named. */
function textOf(body: JsonValue | undefined, size: number): {text?: string; comment?: string} {
  if (size === 0) return {}
  if (body === undefined || size > largestBody) return {comment: `${size} bytes, which are not kept`}
  return {text: typeof body === 'string' ? body : JSON.stringify(body)}
}

function timingsOf({reply, milliseconds}: Exchange): HarTimings {
  // What has failed before its reply has waited all the time.
  const {blocked, dns, connect, tls, send, wait}: Phases = reply?.phases ?? {blocked: -1, wait: milliseconds}
  return {
    blocked,
    dns: dns ?? -1,
    connect: connect === undefined ? -1 : connect + (tls ?? 0),
    ssl: tls ?? -1,
    send: send ?? 0,
    wait,
    receive: reply?.receive ?? 0,
  }
}

function total({blocked, dns, connect, send, wait, receive}: HarTimings): number {
  return [blocked, dns, connect, send, wait, receive].reduce((sum, took) => sum + Math.max(0, took), 0)
}

function pairs(entries: Iterable<readonly [string, string]>): NameAndValue[] {
  return [...entries].map(([name, value]) => ({name, value}))
}
