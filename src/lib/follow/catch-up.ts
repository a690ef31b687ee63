import {type RecentRows} from './recent-rows.ts'

/** Rows from a place among them, newest first. */
export type ReadPage<Row> = (offset: number) => Promise<readonly Row[]>

export interface CaughtUp<Row> {
  /** Those that have not been told, oldest first. */
  rows: Row[]
  /** Whether the service has nothing any more of what had been told: rows between may be gone. */
  hasGap: boolean
}

/** What has come since the last row that was told; where none was, as much as is enough of the newest. */
export async function catchUp<Row>(
  read: ReadPage<Row>,
  recent: RecentRows<Row>,
  isEnough: (newestFirst: readonly Row[]) => boolean = () => false,
): Promise<CaughtUp<Row>> {
  const {idOf, timeOf} = recent.identity
  const counts = new Map<string, number>()
  const rows: Row[] = []
  let meets = recent.isEmpty
  for (let offset = 0; ;) {
    const page = await read(offset)
    for (const {row, ordinal, id} of numbered(page, idOf)) {
      // What comes meanwhile moves the rest: a page may begin with rows that the one before ended with.
      const known = Math.max(recent.count(id), counts.get(id) ?? 0)
      meets ||= recent.count(id) > 0 || recent.isPast(timeOf(row))
      if (ordinal <= known || recent.isPast(timeOf(row))) continue
      counts.set(id, ordinal)
      rows.push(row)
    }
    offset += page.length
    const last = page.at(-1)
    const isDone = last === undefined || recent.isPast(timeOf(last)) || isKnown(page, recent)
    if (!isDone && !isEnough(rows)) continue
    if (!isDone) recent.cut()
    return {rows: rows.reverse(), hasGap: !meets}
  }
}

/** Whether all that comes after a page must have been told. Where rows have times, one that was told may stand before one that was not. */
function isKnown<Row>(page: readonly Row[], recent: RecentRows<Row>): boolean {
  if (recent.isEmpty) return false
  const looked = Number.isNaN(recent.begin) ? page.slice(-1) : page
  return looked.every((row) => recent.count(recent.identity.idOf(row)) > 0)
}

/** Each row with how many of the page say the same up to it. */
function numbered<Row>(page: readonly Row[], idOf: (row: Row) => string): {row: Row; id: string; ordinal: number}[] {
  const counts = new Map<string, number>()
  return page.map((row) => {
    const id = idOf(row)
    const ordinal = (counts.get(id) ?? 0) + 1
    counts.set(id, ordinal)
    return {row, id, ordinal}
  })
}
