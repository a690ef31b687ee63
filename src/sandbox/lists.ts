import {type FastifyRequest} from 'fastify'
import {type Collection, type Conditions, type Query} from './collection.ts'
import {type SqlValue} from './database.ts'
import {type Page, type Paging} from './row-pages.ts'

/** The reply of every list. */
export interface ListReply<Item> {
  items: Item[]
  metadata: {total: number; offset: number; count: number; limit: number}
}

const defaultLimit = 10
const maximalLimit = 100

/**
 * `offset` and `limit` of the query: what is no number is as if it were not there, and a page has at most 100 rows.
 * `unasked` is the limit of a query that has none, `most` how many rows a page has at most, `offset` and `limit` what they
 * are called.
 */
export function pagingOf(
  request: FastifyRequest,
  {
    unasked = defaultLimit,
    most = maximalLimit,
    offset = 'offset',
    limit = 'limit',
  }: {unasked?: number; most?: number; offset?: string; limit?: string} = {},
): Paging {
  const asked = wholeNumber(request, limit)
  return {offset: wholeNumber(request, offset) ?? 0, limit: asked ? Math.min(asked, most) : unasked}
}

/** Conditions for the known keys that the query has: exact matches, with comma lists meaning any of them. Other keys are ignored. */
export function filtersOf(request: FastifyRequest, known: readonly string[]): Conditions {
  const query = request.query as Record<string, string | string[] | undefined>
  return Object.fromEntries(
    known.flatMap((name) => {
      const given = query[name]
      return given === undefined ? [] : [[name, candidates(given)]]
    }),
  )
}

export function listReply<Item>(page: Page<Item>, {offset, limit}: Paging): ListReply<Item> {
  return {items: page.items, metadata: {total: page.total, offset, count: page.items.length, limit}}
}

/** The page of a collection that the request asks for. */
export function listCollection<Item extends object>(
  request: FastifyRequest,
  collection: Collection<Item>,
  query: Query = {},
): ListReply<Item> {
  const paging = pagingOf(request)
  return listReply(collection.page(query, paging), paging)
}

/** The same in the order of a field, when the query's `sort` names one of those: `name`, or `-name` for the reverse. */
export function listSorted<Item extends object>(
  request: FastifyRequest,
  collection: Collection<Item>,
  query: Query,
  sortable: readonly (keyof Item & string)[],
): ListReply<Item> {
  const {sort = ''} = request.query as {sort?: unknown}
  const field = sortable.find((name) => sort === name || sort === `-${name}`)
  if (field === undefined) return listCollection(request, collection, query)
  const ascending = collection.find(query).toSorted((a, b) => String(a[field]).localeCompare(String(b[field])))
  return listArray(request, sort === field ? ascending : ascending.reverse())
}

/** The page of a short list that is at hand. */
export function listArray<Item>(request: FastifyRequest, all: readonly Item[]): ListReply<Item> {
  return pageOfArray(all, pagingOf(request))
}

/** A list that clients read without paging: all of it, unless the request has a `limit`. */
export function listWhole<Item>(request: FastifyRequest, all: readonly Item[]): ListReply<Item> {
  return pageOfArray(all, pagingOf(request, {unasked: Math.max(all.length, defaultLimit)}))
}

function pageOfArray<Item>(all: readonly Item[], paging: Paging): ListReply<Item> {
  const items = all.slice(paging.offset, paging.offset + paging.limit)
  return listReply({total: all.length, items}, paging)
}

function wholeNumber(request: FastifyRequest, name: string): number | undefined {
  const text = (request.query as Record<string, unknown>)[name]
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** Query values are text; the records' may be numbers or booleans. */
function candidates(given: string | string[]): SqlValue[] {
  const texts = [given].flat().flatMap((text) => (text.includes(',') ? [text, ...text.split(',')] : [text]))
  return texts.flatMap((text): SqlValue[] => {
    if (text === 'true' || text === 'false') return [text, text === 'true']
    return /^-?\d{1,15}$/.test(text) ? [text, Number(text)] : [text]
  })
}

/** What the query asks to include in replies. */
export function includedIn(request: FastifyRequest): string[] {
  return namesIn(request, 'include') ?? []
}

/** The names that a query lists, with commas or the key repeated; undefined where it has no such key. */
export function namesIn(request: FastifyRequest, key: string): string[] | undefined {
  const given = (request.query as Record<string, string | string[] | undefined>)[key]
  return given === undefined
    ? undefined
    : [given].flat().flatMap((names) => names.split(',').map((name) => name.trim()))
}

/** The list with each of its items shown in another way. */
export function mapItems<Item, View>({items, metadata}: ListReply<Item>, view: (item: Item) => View): ListReply<View> {
  return {items: items.map(view), metadata}
}

/** The conditions, with one field narrowed to what is allowed: what they ask for beyond that is not found. */
export function within(conditions: Conditions, field: string, allowed: readonly string[]): Conditions {
  const wanted = conditions[field]
  if (wanted === undefined) return {...conditions, [field]: allowed}
  const values = [wanted].flat()
  return {...conditions, [field]: allowed.filter((value) => values.includes(value))}
}
