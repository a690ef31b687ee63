import {type JsonValue} from './wire.ts'

/** One page as the service sends it. What its metadata says is a claim: only the items are counted. */
export interface ListPage {
  items: readonly JsonValue[]
  metadata?: {total?: number; offset?: number; count?: number; limit?: number} | undefined
}

/** Fetches at most `limit` rows from `offset` on. */
export type FetchPage = (offset: number, limit: number) => Promise<ListPage>

export interface PagesOptions {
  /** Rows asked for at once. */
  pageSize?: number | undefined
  /** How many rows are wanted; all when left out. No more are asked for. */
  wanted?: number | undefined
  /** How many rows to leave out first. */
  startOffset?: number | undefined
  /** Pages that may be under way, or wait to be read, at the same time. */
  concurrency?: number | undefined
  /** Told how many rows the service has in all, once it has said so. */
  onTotal?: ((total: number) => void) | undefined
}

interface Segment {
  rows: JsonValue[]
  /** An empty page was met: there is nothing behind these rows. */
  last: boolean
  total: number | undefined
}

/** The rows of a list in order, as they arrive. The first page tells how many there are; from then on several are fetched at once. */
export async function* pages(
  fetchPage: FetchPage,
  options: PagesOptions = {},
): AsyncGenerator<JsonValue, void, undefined> {
  const {pageSize = 100, wanted = Infinity, startOffset = 0, concurrency = 6} = options
  if (wanted <= 0) return
  const asked = Math.min(pageSize, wanted)
  const first = await fetchPage(startOffset, asked)
  const total = totalOf(first)
  if (total !== undefined) options.onTotal?.(total)
  const rows = first.items.slice(0, wanted)
  yield* rows
  if (rows.length === 0) return
  if (total === undefined) return yield* rowsWithoutTotal(fetchPage, first, startOffset, asked, wanted)
  const window = {
    ...{fetchPage, concurrency, total, wantedEnd: startOffset + wanted},
    ...{start: startOffset + rows.length, stride: strideOf(first, asked)},
  }
  yield* remainingRows(window)
}

/** Where the service does not say how many rows there are, only a page that is not full ends them: one request after another. */
async function* rowsWithoutTotal(
  fetchPage: FetchPage,
  first: ListPage,
  start: number,
  pageSize: number,
  wanted: number,
): AsyncGenerator<JsonValue, void, undefined> {
  let previous = first
  let got = Math.min(first.items.length, wanted)
  while (previous.items.length === pageSize && got < wanted) {
    const page = await fetchPage(start + got, Math.min(pageSize, wanted - got))
    // A service that knows no offset sends the same rows for ever.
    if (JSON.stringify(page.items[0]) === JSON.stringify(previous.items[0])) return
    const rows = page.items.slice(0, wanted - got)
    yield* rows
    got += rows.length
    previous = page
  }
}

interface Window {
  fetchPage: FetchPage
  concurrency: number
  total: number
  /** Offset behind the last row that is wanted. */
  wantedEnd: number
  start: number
  /** Rows per segment: what the service really gives at once. */
  stride: number
}

async function* remainingRows(window: Window): AsyncGenerator<JsonValue, void, undefined> {
  const {fetchPage, concurrency, wantedEnd, stride} = window
  let {total, start} = window
  const underWay: Promise<Segment>[] = []
  const fill = (): void => {
    for (; underWay.length < concurrency && start < Math.min(total, wantedEnd); start += stride) {
      const segment = fetchSegment(fetchPage, start, Math.min(stride, total - start, wantedEnd - start))
      // It may fail while earlier rows are still being read: that is looked at when its turn comes.
      segment.catch(() => undefined)
      underWay.push(segment)
    }
  }
  for (;;) {
    fill()
    const segment = await underWay.shift()
    if (segment === undefined) return
    yield* segment.rows
    if (segment.last) return
    total = segment.total ?? total
  }
}

/** All rows of one stretch of a list; a short page is followed by a request for the rest. */
async function fetchSegment(fetchPage: FetchPage, offset: number, size: number): Promise<Segment> {
  const rows: JsonValue[] = []
  let total: number | undefined
  while (rows.length < size) {
    const page = await fetchPage(offset + rows.length, size - rows.length)
    if (page.items.length === 0) return {rows, last: true, total}
    rows.push(...page.items.slice(0, size - rows.length))
    total = totalOf(page) ?? total
  }
  return {rows, last: false, total}
}

/** A first page shorter than asked for shows the most that the service gives at once. */
function strideOf({items, metadata}: ListPage, asked: number): number {
  const {length} = items
  if (length >= asked) return asked
  const limit = metadata?.limit
  return limit !== undefined && Number.isInteger(limit) && limit >= length && limit < asked ? limit : length
}

function totalOf({metadata}: ListPage): number | undefined {
  const total = metadata?.total
  return typeof total === 'number' && Number.isFinite(total) ? total : undefined
}
