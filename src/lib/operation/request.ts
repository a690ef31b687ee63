import {basename} from 'node:path'
import {
  type Body,
  type FilePart,
  type Host,
  type JsonObject,
  type JsonValue,
  type Method,
  type WireRequest,
} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {setField} from '../input/fields.ts'
import {type Condition} from '../output/where.ts'
import {type Parameter, type Parameters, type Place} from '../parameter.ts'
import {effectWith} from './confirm.ts'
import {type Declaration, type RequestDetails} from './declaration.ts'

type Complete = Readonly<Record<string, unknown>>

export type Entry = readonly [name: string, value?: string]

/** The most rows that the service gives at once. */
export const largestPage = 100

/** The page of a list that is asked for. */
export interface Page {
  offset: number
  /** Where pages go by a cursor: that of the page before. */
  cursor?: number | undefined
  limit: number
}

export function methodOf(request: RequestDetails): Method {
  return request.line.slice(0, request.line.indexOf(' ')) as Method
}

export function pathOf(request: RequestDetails): string {
  return request.line.slice(request.line.indexOf(' ') + 1)
}

/** Where a parameter's value goes, said or by the rule. */
export function placeOf(request: RequestDetails, name: string, parameter: Parameter): Place {
  if (parameter.place !== undefined) return parameter.place
  if (pathOf(request).includes(`{${name}}`)) return 'path'
  if (parameter.kind === 'filter') return 'query'
  return methodOf(request) === 'GET' || methodOf(request) === 'DELETE' ? 'query' : 'body'
}

/** What only reads may be sent again, whatever its method. */
export function isIdempotent({request, effect}: Declaration): boolean {
  return effect === undefined || (effect.idempotent ?? methodOf(request) !== 'POST')
}

/** The request that a declaration makes of complete, checked values. Values that are undefined are left out. */
export function buildRequest(declaration: Declaration, values: Complete, page?: Page): WireRequest {
  const {request, parameters, reply} = declaration
  let path = pathOf(request)
  const query: Entry[] = Object.entries(request.fixedQuery ?? {}).flatMap(([name, value]) => entries(name, value))
  const headers: Record<string, string> = {...request.headers}
  const body = new BodyBuilder(request)
  let host: Host | undefined
  const filtered = filteredNames(parameters, values)
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = values[name]
    if (value === undefined) continue
    const place = placeOf(request, name, parameter)
    if (place === 'path') path = path.replaceAll(`{${name}}`, pathSegment(value, parameter, request))
    else if (place === 'path suffix') path += `/${pathSegment(value, parameter, request)}`
    else if (place === 'query') query.push(...queryEntries(name, value, parameter, filtered))
    else if (place === 'body') body.add(name, value, parameter, values)
    else if (place === 'host') host = value as Host
    else if (place !== 'local') headers[place.slice('header '.length)] = asText(value)
    query.push(
      ...Object.entries(parameter.query?.(value) ?? {}).map(([key, part]): Entry =>
        part === null ? [key] : [key, asText(part)],
      ),
    )
  }
  for (const name of Object.keys(declaration.lookups ?? {}))
    path = path.replace(`{${name}}`, segment(asText(values[name]), request))
  for (const [name, value] of Object.entries(declaration.derived?.(values) ?? {})) body.set(name, value)
  for (const [name, value] of pageValues(reply, page)) {
    if (reply.paging !== 'none' && reply.paging.in === 'body') body.set(name, value)
    else query.push([name, String(value)])
  }
  const content = body.content()
  return {
    method: methodOf(request),
    host: request.host === 'given' ? host! : (request.host ?? 'api'),
    path,
    query,
    headers,
    auth: request.auth ?? 'bearer',
    ...(content !== undefined && {body: content, secrets: secretNames(parameters)}),
    ...(request.secretReply && {secretReply: true}),
    idempotent: isIdempotent(declaration),
    changes: effectWith(declaration.effect, values) !== undefined,
  }
}

function pageValues({paging}: Declaration['reply'], page: Page | undefined): [name: string, value: number][] {
  if (page === undefined || paging === 'none') return []
  const {offset, limit, cursor} = paging
  const values: [name: string | undefined, value: number | undefined][] = [
    [offset, page.offset],
    [cursor?.query, page.cursor],
    [limit, page.limit],
  ]
  return values.filter((pair): pair is [string, number] => pair.every((one) => one !== undefined))
}

/** What is not to be shown, whatever it is called on the wire. */
function secretNames(parameters: Parameters): string[] {
  return Object.entries(parameters).flatMap(([name, {kind}]) => (kind === 'secret' ? [name.split('.').at(-1)!] : []))
}

/** The JSON body of a request; an empty object where it has none. */
export function jsonBody({body}: WireRequest): JsonValue {
  return body?.kind === 'json' ? body.value : {}
}

/** Names that filters set: `--filter type=Location` takes the place of a default of that name. */
function filteredNames(parameters: Parameters, values: Complete): Set<string> {
  const filters = Object.entries(parameters).filter(([, {kind}]) => kind === 'filter')
  return new Set(filters.flatMap(([name]) => Object.keys(values[name] ?? {})))
}

function queryEntries(name: string, value: unknown, parameter: Parameter, filtered: ReadonlySet<string>): Entry[] {
  if (parameter.kind === 'filter') return Object.entries(value as Filters).filter(([key]) => !isHere(key, parameter))
  if (filtered.has(name)) return []
  return [[name, Array.isArray(value) ? value.map(asText).join(',') : asText(value)]]
}

type Filters = Readonly<Record<string, string>>

/** Whether the service does not know the key, so that rows are compared here. */
function isHere(key: string, {othersHere, options = []}: Parameter): boolean {
  return othersHere === true && !options.includes(key)
}

/** What rows are chosen by here: filters that the service does not know, and values that it is not sent. */
export function conditionsHere({parameters}: Declaration, values: Complete): Condition[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const value = values[name]
    if (value === undefined) return []
    if (parameter.keeps !== undefined) return [{key: parameter.keeps, value: asText(value)}]
    if (parameter.kind !== 'filter') return []
    const here = Object.entries(value as Filters).filter(([key]) => isHere(key, parameter))
    return here.map(([key, wanted]) => ({key, value: wanted}))
  })
}

function entries(name: string, value: string | readonly string[]): Entry[] {
  return typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one])
}

/** One segment of a path. What RFC 3986 lets stand there stands, since servers compare numbers such as +1941… to the letter. */
function pathSegment(value: unknown, {usage}: Parameter, request: RequestDetails): string {
  const text = asText(value)
  // However they are encoded, they lead to another path.
  if (text === '.' || text === '..') throw usageError(`${usage}: “${text}” cannot stand in a path.`)
  return segment(text, request)
}

/** To Murano a plus is a blank, in paths as in forms. */
function segment(text: string, {host}: RequestDetails): string {
  const encoded = encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%40', '@')
  return host === 'murano' ? encoded : encoded.replaceAll('%2B', '+')
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Gathers body values by their (nested) names into the kind of body that the request has. */
class BodyBuilder {
  private whole: JsonValue | undefined
  private readonly fields: [string, JsonValue | Upload][]

  constructor(private readonly request: RequestDetails) {
    this.fields = Object.entries(request.fixedBody ?? {})
  }

  add(name: string, value: unknown, parameter: Parameter, values: Complete): void {
    if (parameter.kind === 'body') this.whole = parameter.orAlone ? [value as JsonValue].flat() : (value as JsonValue)
    else if (parameter.kind === 'file' && this.request.body === 'multipart')
      this.fields.push([name, new Upload(value as string)])
    else if (parameter.spread !== undefined) this.fields.push(...Object.entries(parameter.spread(value, values)))
    else this.fields.push([name, value as JsonValue])
  }

  set(name: string, value: JsonValue): void {
    this.fields.push([name, value])
  }

  content(): Body | undefined {
    const {body: kind = 'json', fixedBody} = this.request
    if (this.whole === undefined && this.fields.length === 0 && fixedBody === undefined) return undefined
    if (kind === 'json') return {kind, value: this.json()}
    if (kind === 'yaml') return {kind, text: this.fields.map(([, value]) => asText(value)).join('')}
    const fields = this.fields.map(([name, value]) => [name, value instanceof Upload ? value : asText(value)] as const)
    return kind === 'form' ? {kind, fields: fields as [string, string][]} : {kind, fields}
  }

  /** Single values go over the whole body, whatever their order. */
  private json(): JsonValue {
    const json = structuredClone(this.whole ?? {})
    for (const [name, value] of this.fields) setField(json as JsonObject, name, structuredClone(value) as JsonValue)
    return json
  }
}

class Upload implements FilePart {
  readonly filename: string

  constructor(readonly path: string) {
    this.filename = basename(path)
  }
}
