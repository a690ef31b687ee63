import {badReply} from '../errors.ts'
import {type JsonObject, type JsonValue} from './wire.ts'

/** One page, and whether there is another. */
interface CursorPage {
  items: readonly JsonObject[]
  more: boolean
}

interface CursorOptions {
  /** The field that pages go by, a whole number. */
  field: string
  /** The field that tells rows apart. */
  id: string
  pageSize: number
  wanted: number | undefined
}

/**
 * The rows of a list that goes back in time. Rows of the same time can be on both sides of the end of a page: the next one
 * begins with that time, and what was there is left out. More of them than a page has are fetched with larger pages.
 */
export async function* cursorPages(
  fetchPage: (limit: number, before: number | undefined) => Promise<CursorPage>,
  {field, id, pageSize, wanted = Infinity}: CursorOptions,
): AsyncGenerator<JsonObject, void, undefined> {
  const seen = new Set<JsonValue | undefined>()
  let limit = Math.min(pageSize, wanted)
  let before: number | undefined
  for (let got = 0; got < wanted;) {
    const {items, more} = await fetchPage(limit, before)
    const fresh = items.filter((row) => !seen.has(row[id])).slice(0, wanted - got)
    for (const row of fresh) seen.add(row[id])
    got += fresh.length
    yield* fresh
    if (!more) return
    if (fresh.length > 0) before = after(items.at(-1)![field], field)
    else if (items.length < limit) throw badReply('it says that there is more, but gives nothing new')
    else limit *= 2
  }
}

function after(time: JsonValue | undefined, field: string): number {
  if (typeof time === 'number') return time + 1
  throw badReply(`it says that there is more, but the last row has no ${field} to go on from`)
}
