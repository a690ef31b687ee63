import {type FastifyRequest} from 'fastify'
import {type JsonObject} from '../../lib/client/wire.ts'
import {namesIn, pagingOf} from '../lists.ts'
import {pathOf} from '../address.ts'

export interface ItemList<Item> {
  items: Partial<Item>[]
  total: number
  /** The path of the next page, where there is one. */
  next?: string
}

/** The page that `offset` and `limit` ask for, twenty at a time unless told; of each item the fields that `select` names. */
export function itemList<Item extends object>(request: FastifyRequest, all: readonly Item[]): ItemList<Item> {
  const {offset, limit} = pagingOf(request, {unasked: 20})
  const items = all.slice(offset, offset + limit).map((item) => selected(request, item))
  const end = offset + limit
  const next = `${pathOf(request.url)}?offset=${end}&limit=${limit}`
  return {items, total: all.length, ...(end < all.length && {next})}
}

function selected<Item extends object>(request: FastifyRequest, item: Item): Partial<Item> {
  const names = namesIn(request, 'select')
  if (names === undefined) return item
  return Object.fromEntries(
    Object.entries(item as JsonObject).filter(([name]) => names.includes(name)),
  ) as Partial<Item>
}
