import {basename} from 'node:path'
import {
  type Body,
  type FilePart,
  type JsonObject,
  type JsonValue,
  type Method,
  type WireRequest,
} from '../client/wire.ts'
import {setField} from '../input/fields.ts'
import {type Parameter, type Place} from '../parameter.ts'
import {type Declaration, type RequestDetails} from './declaration.ts'

export type Entry = readonly [string, string]

/** Query values that carry a page of a list. */
export interface Page {
  offset: number
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

export function isIdempotent({request, effect}: Declaration): boolean {
  return effect?.idempotent ?? methodOf(request) !== 'POST'
}

/** The request that a declaration makes of complete, checked values. Values that are undefined are left out. */
export function buildRequest(
  declaration: Declaration,
  values: Readonly<Record<string, unknown>>,
  page?: Page,
): WireRequest {
  const {request, parameters, reply} = declaration
  let path = pathOf(request)
  const query: Entry[] = Object.entries(request.fixedQuery ?? {}).flatMap(([name, value]) => entries(name, value))
  const headers: Record<string, string> = {...request.headers}
  const body = new BodyBuilder(request)
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = values[name]
    if (value === undefined) continue
    const place = placeOf(request, name, parameter)
    if (place === 'path') path = path.replace(`{${name}}`, pathSegment(value))
    else if (place === 'path suffix') path += `/${pathSegment(value)}`
    else if (place === 'query') query.push(...queryEntries(name, value, parameter))
    else if (place === 'body') body.add(name, value, parameter)
    else if (place !== 'local') headers[place.slice('header '.length)] = asText(value)
  }
  if (page !== undefined && reply.paging !== 'none') {
    query.push([reply.paging.offset, String(page.offset)], [reply.paging.limit, String(page.limit)])
  }
  const content = body.content()
  return {
    method: methodOf(request),
    host: request.host ?? 'api',
    path,
    query,
    headers,
    auth: request.auth ?? 'bearer',
    ...(content !== undefined && {body: content}),
    idempotent: isIdempotent(declaration),
  }
}

function queryEntries(name: string, value: unknown, parameter: Parameter): Entry[] {
  if (parameter.kind === 'filter') return Object.entries(value as Record<string, string>)
  return [[name, Array.isArray(value) ? value.map(asText).join(',') : asText(value)]]
}

function entries(name: string, value: string | readonly string[]): Entry[] {
  return typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one])
}

/** One segment of a path. What RFC 3986 lets stand there stands, since servers compare numbers such as +1941… to the letter. */
function pathSegment(value: unknown): string {
  return encodeURIComponent(asText(value)).replaceAll('%2B', '+').replaceAll('%3A', ':').replaceAll('%40', '@')
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Gathers body values by their (nested) names into the kind of body that the request has. */
class BodyBuilder {
  private json: JsonValue = {}
  private readonly fields: [string, string | FilePart][] = []
  private filled = false

  constructor(private readonly request: RequestDetails) {
    for (const [name, value] of Object.entries(request.fixedBody ?? {})) this.set(name, value)
  }

  add(name: string, value: unknown, parameter: Parameter): void {
    if (parameter.kind === 'body') this.whole(value as JsonValue)
    else if (parameter.kind === 'file') this.file(name, value as string)
    else if (parameter.spread) Object.entries(parameter.spread(value)).forEach(([inner, one]) => this.set(inner, one))
    else this.set(name, value as JsonValue)
  }

  content(): Body | undefined {
    if (!this.filled) return undefined
    if (this.request.body === 'form') return {kind: 'form', fields: this.fields as Entry[]}
    if (this.request.body === 'multipart') return {kind: 'multipart', fields: this.fields}
    return {kind: 'json', value: this.json}
  }

  private set(name: string, value: JsonValue): void {
    this.filled = true
    if (this.request.body === 'form' || this.request.body === 'multipart') this.fields.push([name, asText(value)])
    else setField(this.json as JsonObject, name, value)
  }

  private whole(value: JsonValue): void {
    this.filled = true
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    this.json = isObject ? {...value, ...(this.json as JsonObject)} : value
  }

  private file(name: string, path: string): void {
    this.filled = true
    this.fields.push([name, {path, filename: basename(path)}])
  }
}
