import {type ReadPage} from './catch-up.ts'

const pageSize = 100

/** Rows from a place on, in the order of the service, and how many there are in all. */
export type ReadStretch<Row> = (offset: number, limit: number) => Promise<{rows: readonly Row[]; total: number}>

/** Pages that begin with the newest row, of a list whose order nobody has described: the times at both of its ends tell. */
export function newestFirst<Row>(read: ReadStretch<Row>, timeOf: (row: Row) => number): ReadPage<Row> {
  let next: ReadPage<Row> = async () => []
  return async (offset) => {
    if (offset > 0) return next(offset)
    const first = await read(0, pageSize)
    if (first.total <= first.rows.length) {
      next = async () => []
      // What is of the same time has come in the order of the list.
      return [...first.rows].reverse().sort((a, b) => timeOf(b) - timeOf(a))
    }
    const beforeEnd: ReadPage<Row> = async (left) => {
      const end = first.total - left
      if (end <= 0) return []
      const begin = Math.max(0, end - pageSize)
      return [...(await read(begin, end - begin)).rows].reverse()
    }
    const last = await beforeEnd(0)
    const isForward = latest(first.rows, timeOf) > latest(last, timeOf)
    next = isForward ? async (from) => (await read(from, pageSize)).rows : beforeEnd
    return isForward ? first.rows : last
  }
}

function latest<Row>(rows: readonly Row[], timeOf: (row: Row) => number): number {
  return Math.max(...rows.map(timeOf).filter((time) => !Number.isNaN(time)))
}
