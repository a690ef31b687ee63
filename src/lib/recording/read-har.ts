import {type Phases} from '../client/events.ts'
import {maskBody, maskHeaders, maskPairs, maskPath} from '../client/masking.ts'
import {type AuthKind, type HostName, type JsonValue} from '../client/wire.ts'
import {type CliError, usageError} from '../errors.ts'
import {InputReader} from '../input/read-value.ts'
import {type Terminal} from '../output/terminal.ts'
import {type Exchange, type ExchangeReply} from './exchange.ts'
import {type HarEntry, type HarTimings, isForm, type NameAndValue} from './har.ts'

/** What other programs' recordings may leave out. */
type Entry = Partial<Omit<HarEntry, 'request' | 'response' | 'timings'>> & {
  timings?: Partial<HarTimings>
  request: Pick<HarEntry['request'], 'method' | 'url'> & Partial<HarEntry['request']>
  response?: Partial<Omit<HarEntry['response'], 'content'>> & {
    content?: Partial<HarEntry['response']['content']> & {encoding?: string}
  }
}

/** The exchanges of a HAR file of any program, secrets masked as in our own. Throws a usage error for a file that is none. */
export async function readHar(path: string, terminal: Terminal): Promise<Exchange[]> {
  const text = await new InputReader(terminal).file(path, 'FILE')
  const entries = entriesOf(parse(text, path))
  if (entries === undefined) throw badHar(path, 'it has no list of entries in “log”')
  const broken = entries.findIndex((entry) => !isEntry(entry))
  if (broken !== -1) throw badHar(path, `entry ${broken + 1} has no request with a method and a URL`)
  return (entries as Entry[]).map(exchangeOf)
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badHar(path, 'it is not JSON')
  }
}

function entriesOf(har: unknown): unknown[] | undefined {
  const entries = (har as {log?: {entries?: unknown}} | null)?.log?.entries
  return Array.isArray(entries) ? entries : undefined
}

function isEntry(entry: unknown): boolean {
  const {method, url} = (entry as Partial<Entry> | null)?.request ?? {}
  return typeof method === 'string' && typeof url === 'string' && URL.canParse(url)
}

function badHar(path: string, why: string): CliError {
  return usageError(`The file ${path} is no recording: ${why}.`, {
    code: 'bad-har',
    hint: 'Recordings are made with --har FILE, or saved as HAR by a browser.',
  })
}

function exchangeOf(entry: Entry, index: number): Exchange {
  const {request, response, startedDateTime, time = 0, _trace_id: trace = '', _attempt: attempt = 1} = entry
  const headers = headersOf(request.headers)
  const status = response?.status ?? 0
  return {
    id: String(index + 1),
    ...{trace, attempt, at: Date.parse(startedDateTime ?? '') || 0},
    ...{method: request.method.toUpperCase(), url: maskPath(request.url)},
    ...{host: entry._host as HostName | undefined, auth: entry._auth as AuthKind | undefined},
    headers: maskHeaders(headers),
    body: requestBody(request),
    ...(status > 0 && {reply: replyOf(entry, status)}),
    ...(entry._error !== undefined && {failure: entry._error}),
    milliseconds: time,
  }
}

function requestBody({postData}: Entry['request']): JsonValue | undefined {
  if (postData === undefined) return undefined
  if (isForm(postData.mimeType) && postData.params !== undefined) {
    const fields = postData.params.map((param) =>
      'value' in param ? ([param.name, param.value] as const) : ([param.name, `@${param.fileName}`] as const),
    )
    return maskPairs(fields).map(([name, value]) => [name, value])
  }
  return maskBody(postData.text ?? '')
}

function replyOf({response = {}, timings}: Entry, status: number): ExchangeReply {
  const {content = {}, headers} = response
  return {
    status,
    headers: maskHeaders(headersOf(headers)),
    phases: phasesOf(timings ?? {}),
    receive: timings?.receive,
    size: content.size,
    body: maskBody(contentText(content)),
  }
}

/** What is no text is left out: it can neither be masked nor compared. */
function contentText({
  text = '',
  encoding,
  mimeType = '',
}: {
  text?: string
  encoding?: string
  mimeType?: string
}): string {
  if (encoding !== 'base64') return text
  return /json|text|xml|javascript/.test(mimeType) ? Buffer.from(text, 'base64').toString() : ''
}

function phasesOf({blocked = -1, dns = -1, connect = -1, ssl = -1, send = -1, wait = 0}: Partial<HarTimings>): Phases {
  const known = {dns, connect: connect - Math.max(0, ssl), tls: ssl, send}
  return {
    blocked: Math.max(0, blocked),
    ...Object.fromEntries(Object.entries(known).filter(([, took]) => took >= 0)),
    wait: Math.max(0, wait),
  }
}

/** By lower-case names; what came more than once is joined. HTTP/2’s own, which begin with a colon, are left out. */
function headersOf(pairs: readonly NameAndValue[] = []): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const {name, value} of pairs) {
    const key = name.toLowerCase()
    if (key.startsWith(':')) continue
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`
  }
  return headers
}
