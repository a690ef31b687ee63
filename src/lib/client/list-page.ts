import {type ListPage} from './paging.ts'
import {type JsonObject, type JsonValue} from './wire.ts'

/** A page of rows out of a reply: `items` with `metadata` or a `total`, or a bare array, either of them at `unwrap`. */
export function listPage(body: JsonValue | undefined, unwrap?: string): ListPage {
  if (unwrap !== undefined) return listPage((body as JsonObject | undefined)?.[unwrap])
  if (Array.isArray(body)) return {items: body}
  const {items, metadata, total} = (body ?? {}) as {
    items?: JsonValue[]
    metadata?: ListPage['metadata']
    total?: number
  }
  return {items: items ?? [], metadata: metadata ?? (total === undefined ? undefined : {total})}
}
