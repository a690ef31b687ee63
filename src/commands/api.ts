import {wholeBody} from '../lib/body-parameter.ts'
import {type Client} from '../lib/client/client.ts'
import {listPage} from '../lib/client/list-page.ts'
import {pages} from '../lib/client/paging.ts'
import {
  type HostName,
  hostNames,
  type JsonObject,
  type JsonValue,
  type Method,
  type WireReply,
  type WireRequest,
} from '../lib/client/wire.ts'
import {Command} from '../lib/command.ts'
import {usageError} from '../lib/errors.ts'
import {checkInteger} from '../lib/input/checks.ts'
import {confirmEffect} from '../lib/operation/confirm.ts'
import {object, type Reply, type Shape} from '../lib/operation/declaration.ts'
import {printAnything} from '../lib/operation/print-anything.ts'
import {showCurl} from '../lib/operation/run.ts'
import {boolean, choice, text} from '../lib/parameters.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly Method[]

/** Whatever the service answers. */
const reply: Reply<JsonValue> = object({columns: []})

export default class Api extends Command {
  static override readonly shape = {
    summary: 'Make any call, signed in as your profile',
    description:
      'Prints the reply as JSON. With GET and HEAD, -F adds to the query; otherwise it builds the body. PATH begins with the area’s prefix and may have a query.',
    parameters: {
      method: choice('METHOD', 'HTTP method', methods),
      path: text('PATH', 'path below the host, such as /accounts/accounts'),
      body: wholeBody('body to send', {optional: true, ofAnyForm: true}),
      host: choice('--host', 'host to call', hostNames, {default: 'api'}),
      paginate: boolean('--paginate', 'fetch all pages of a list and print its rows'),
      include: boolean('--include', 'print the status and the headers before the body', {
        char: 'i',
        excludes: ['paginate'],
      }),
    },
    effect: {changes: 'call', told: ({method}) => (isRead(method as Method) ? 'reads' : 'changes')},
    reply,
    format: 'json',
    dryRun: true,
    tool: false,
    examples: [
      ['An account', 'GET /accounts/accounts --jq ".items[0].name"'],
      ['All rows of a list', 'GET /sms/provision/numbers/account/ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d --paginate'],
    ],
  } as const satisfies Shape

  async run(): Promise<void> {
    const {method, path, body, host, paginate, include} = await this.values(Api.shape)
    const request = requestOf(method, path, body, host)
    if (this.flags['dry-run'] === true) return showCurl(request, this.console)
    await confirmEffect(Api.shape, {method, path}, this.console)
    const {client} = await this.console.connection()
    if (paginate === true) return this.printRows(client, request)
    const reply = await client.send(request)
    if (include === true) await this.console.terminal.out(head(reply))
    if (method !== 'HEAD') await printAnything(reply.body, this.console)
  }

  private async printRows(client: Client, request: WireRequest): Promise<void> {
    if (request.method !== 'GET') throw usageError('--paginate goes with GET.')
    const query = new Map(request.query?.map(([name, value = '']) => [name, value] as const))
    const options = {pageSize: count(query, 'limit'), startOffset: count(query, 'offset')}
    const fetchPage = async (offset: number, limit: number) => {
      const page = [...query.set('offset', String(offset)).set('limit', String(limit))]
      return listPage((await client.send({...request, query: page})).body)
    }
    await this.console.printer.rows(pages(fetchPage, options), {columns: [], noun: 'rows'})
  }
}

function isRead(method: Method): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** The request that the arguments describe. A GET has no body: fields become its query. */
function requestOf(method: Method, path: string, body: JsonObject | undefined, host: HostName): WireRequest {
  if (/^https?:/i.test(path))
    throw usageError(`PATH: “${path}” is a URL.`, {
      hint: 'Give what follows the host; --host auth calls the auth host, --host murano Murano.',
    })
  const [pathname = '', search = ''] = (path.startsWith('/') ? path : `/${path}`).split(/\?(.*)/s)
  const query = [...new URLSearchParams(search)]
  const asQuery = isRead(method)
  if (asQuery && body)
    query.push(...Object.entries(body).map(([name, value]) => [name, asText(value)] as [string, string]))
  return {
    method,
    host,
    path: encoded(pathname),
    query,
    auth: host === 'murano' ? 'murano' : 'bearer',
    ...(body && !asQuery && {body: {kind: 'json', value: body}}),
    idempotent: method !== 'POST' && method !== 'PATCH',
    changes: !asQuery,
  }
}

/** A path with what must not stand in one escaped; escapes that are there already stay. */
function encoded(path: string): string {
  if (/%(?![0-9a-f]{2})/i.test(path))
    throw usageError(`PATH: “${path}” has a % that begins no escape.`, {hint: 'Write a percent sign as %25.'})
  return path.split('%').map(encodeURI).join('%')
}

/** A number of the query that says which page is wanted. */
function count(query: ReadonlyMap<string, string>, name: string): number | undefined {
  const typed = query.get(name)
  return typed === undefined ? undefined : checkInteger(typed, `PATH: ${name}`, {min: name === 'limit' ? 1 : 0})
}

function asText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function head({status, headers}: WireReply): string {
  return `HTTP ${status}\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')}\n`
}
