import {type Console} from '../console.ts'
import {checkInteger} from '../input/checks.ts'
import {catchUp, type ReadPage} from './catch-up.ts'
import {poll, type PollOptions} from './poll.ts'
import {type Identity, RecentRows} from './recent-rows.ts'
import {streamLost} from './stream-lost.ts'

/** How many rows that are there already are shown first, unless said. */
export const firstRows = 10

/** Where what is followed begins: with the rows since then, or so many of the newest. */
export interface Beginning {
  /** Milliseconds since 1970. */
  since: number | undefined
  limit: number
}

/** What `--since`, `--limit` and `--all` say. */
export function beginningOf(since: number | undefined, flags: Readonly<Record<string, unknown>>): Beginning {
  const {limit} = flags as {limit?: string}
  if (limit !== undefined) return {since, limit: checkInteger(limit, '--limit', {min: 1})}
  return {since, limit: since !== undefined || flags['all'] === true ? Infinity : firstRows}
}

/** Rows of a list, those that are there and those that come, each once. */
export function tail<Row>(
  read: ReadPage<Row>,
  identity: Identity<Row>,
  {since, limit}: Beginning,
  options: Omit<PollOptions<Row>, 'look'>,
): AsyncGenerator<Row> {
  const recent = new RecentRows(identity)
  const isBefore = (row: Row) => since !== undefined && identity.timeOf(row) < since
  let isFirst = true
  const isEnough = (newest: readonly Row[]) => newest.length >= limit || newest.some(isBefore)
  const look = async () => {
    const {rows, hasGap} = await catchUp(read, recent, isFirst ? isEnough : undefined)
    if (hasGap) options.warn('Some may be missing here: the service has nothing any more of what was shown.')
    for (const row of rows) recent.add(row)
    const begin = isFirst ? rows.filter((row) => !isBefore(row)).slice(-limit) : rows
    isFirst = false
    return {rows: begin}
  }
  return poll({...options, look})
}

/** How following goes on where the service cannot be reached: for `--timeout`. The hint says how to go on. */
export function pollingOf(console: Console, lastTime: () => number): Omit<PollOptions<unknown>, 'look'> {
  return {
    patienceMs: console.timeoutMs,
    signal: console.signal,
    warn: (message) => void console.warn(message),
    lost: (cause) => streamLost(cause, console, lastTime()),
  }
}
