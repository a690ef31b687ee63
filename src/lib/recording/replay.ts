import {type Client} from '../client/client.ts'
import {type Observer} from '../client/events.ts'
import {maskPath} from '../client/masking.ts'
import {type Body, type JsonValue, type Method, type WireRequest} from '../client/wire.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {isIncomplete} from './curl-of.ts'
import {type Exchange, ExchangeLog} from './exchange.ts'
import {isForm} from './har.ts'

/** What became of a request that was repeated. */
export interface Replayed {
  /** Its number in the recording, from 1. */
  number: number
  method: string
  path: string
  outcome: 'same' | 'different' | 'skipped' | 'failed'
  /** The status in the recording; null where no reply came. */
  recorded: number | null
  /** The status now; null where it was not sent, or no reply came. */
  replied: number | null
  /** Why it was not sent, or has no reply. */
  message: string | null
  /** The replies line by line, where they differ. */
  difference: string | null
}

const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] satisfies Method[]

/** Set by the client itself: for each request, or for the profile. */
const ownHeaders = new Set([
  ...['accept', 'accept-encoding', 'authorization', 'connection', 'content-length', 'content-type', 'debug', 'host'],
  ...['id', 'parent', 'trace', 'user-agent', 'x-api-version'],
])

/** Sends recorded requests again, and compares the replies. */
export class Replay {
  #log = newLog()

  constructor(
    private readonly client: () => Promise<Client>,
    private readonly options: {basePath: string; changes: boolean},
  ) {}

  /** Is told of the requests of the client. */
  readonly observe: Observer = (event) => this.#log.observe(event)

  /** Whether repeating it changes something. */
  changes(exchange: Exchange): boolean {
    return isChange(exchange.method) && this.#obstacle(exchange) === undefined
  }

  async repeat(exchange: Exchange, number: number): Promise<Replayed> {
    const {method, url, reply} = exchange
    const path = maskPath(url.replace(/^https?:\/\/[^/]+/, '') || '/')
    const recorded = reply?.status ?? null
    const row = {number, method, path, recorded, replied: null, message: null, difference: null}
    const obstacle = this.#obstacle(exchange)
    if (obstacle !== undefined) return {...row, outcome: 'skipped', message: obstacle}
    this.#log = newLog()
    const failure = await this.#send(exchange)
    // Tokens may have been asked for, too.
    const now = this.#log.exchanges.findLast((sent) => sent.method === method && isAt(sent.url, this.#path(url)))
    if (now?.reply === undefined) return {...row, outcome: 'failed', message: failure ?? null}
    const difference = await differenceOf(exchange, now)
    const outcome = difference === undefined ? 'same' : 'different'
    return {...row, replied: now.reply.status, outcome, difference: difference ?? null}
  }

  /** Why a request cannot be repeated, or is not to be. */
  #obstacle(exchange: Exchange): string | undefined {
    const {method, url, body, headers, host, auth} = exchange
    if (!methods.includes(method)) return `${method} is no request of the service`
    if (headers['content-type']?.startsWith('multipart/') === true) return 'its files are not in the recording'
    const isLeftOut = body === undefined && headers['content-type'] !== undefined
    if (isIncomplete(exchange) || isLeftOut) return 'it needs what the recording has masked or left out'
    if (host === undefined && auth === 'none') return `its URL was given out for that time: ${url}`
    if (isChange(method) && !this.options.changes) return 'it changes something: --yes repeats it all the same'
    return undefined
  }

  /** Gives back why there was no success. */
  async #send(exchange: Exchange): Promise<string | undefined> {
    try {
      await (await this.client()).send(this.#requestOf(exchange), {pages: true})
      return undefined
    } catch (error) {
      if (!(error instanceof CliError) || error.exit === ExitCode.Interrupted) throw error
      return error.message
    }
  }

  /** The path below the host's base, which is the same here or none. */
  #path(url: string): string {
    const path = new URL(url).pathname
    const {basePath} = this.options
    return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path
  }

  #requestOf({method, url, host = 'api', auth = 'bearer', headers, body}: Exchange): WireRequest {
    return {
      ...{method: method as Method, host, auth},
      path: this.#path(url),
      query: [...new URL(url).searchParams],
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.has(name))),
      ...(body !== undefined && {body: bodyOf(body, headers['content-type'] ?? '')}),
      idempotent: !isChange(method),
      changes: isChange(method),
    }
  }
}

function isAt(url: string, path: string): boolean {
  return new URL(url).pathname.endsWith(path)
}

function newLog(): ExchangeLog {
  return new ExchangeLog({replies: true, keep: Infinity})
}

function isChange(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

function bodyOf(body: JsonValue, mimeType: string): Body {
  return isForm(mimeType) ? {kind: 'form', fields: body as [string, string][]} : {kind: 'json', value: body}
}

/** Undefined where both replies say the same. Headers differ each time, and are not compared. */
async function differenceOf(recorded: Exchange, now: Exchange): Promise<string | undefined> {
  const [before, after] = [replyText(recorded), replyText(now)]
  if (before === after) return undefined
  const {createTwoFilesPatch} = await import('diff')
  const patch = createTwoFilesPatch('recorded', 'now', before, after, undefined, undefined, {context: 3})
  // The first line underlines nothing.
  return patch.replace(/^=+\n/, '')
}

function replyText({reply, failure}: Exchange): string {
  if (reply === undefined) return `${failure ?? 'no reply'}\n`
  const {status, body} = reply
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body, null, 2)
  return `HTTP ${status}\n${text}${text === '' || text.endsWith('\n') ? '' : '\n'}`
}
