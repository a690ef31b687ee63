import {type Exchange, hasFailed} from './exchange.ts'

/** A request of a recording, in the order in which they began. */
export interface TimelineRow {
  /** From 1. */
  number: number
  method: string
  url: string
  /** Null where no reply came. */
  status: number | null
  /** Why it failed: what the network or the service said. */
  error: string | null
  milliseconds: number
  /** Milliseconds after the first of the recording. */
  start: number
  timeline: Timeline
  request: {headers: Record<string, string>; body?: unknown}
  reply: {headers: Record<string, string>; body?: unknown} | null
}

/** Where a request lies in the time of the whole recording: milliseconds. */
export interface Timeline {
  before: number
  /** Until a connection stood. */
  connecting: number
  /** Until the reply began. */
  waiting: number
  receiving: number
  total: number
}

/** The requests of a recording, those that failed first. */
export function timelineRows(exchanges: readonly Exchange[]): TimelineRow[] {
  const first = Math.min(...exchanges.map(({at}) => at))
  const total = Math.max(1, ...exchanges.map(({at, milliseconds}) => at - first + milliseconds))
  const rows = exchanges.map((exchange, index) => ({
    failed: hasFailed(exchange),
    row: rowOf(exchange, index + 1, {start: exchange.at - first, total}),
  }))
  return [...rows.filter(({failed}) => failed), ...rows.filter(({failed}) => !failed)].map(({row}) => row)
}

function rowOf(exchange: Exchange, number: number, {start, total}: {start: number; total: number}): TimelineRow {
  const {method, url, reply, milliseconds, headers, body} = exchange
  const {blocked = 0, dns = 0, connect = 0, tls = 0} = reply?.phases ?? {}
  const receiving = reply?.receive ?? 0
  const connecting = blocked + dns + connect + tls
  const waiting = Math.max(0, milliseconds - connecting - receiving)
  return {
    ...{number, method, url, status: reply?.status ?? null, error: errorOf(exchange)},
    ...{milliseconds: Math.round(milliseconds), start},
    timeline: {before: start, connecting, waiting, receiving, total},
    request: {headers: {...headers}, ...(body !== undefined && {body})},
    reply:
      reply === undefined ? null : {headers: {...reply.headers}, ...(reply.body !== undefined && {body: reply.body})},
  }
}

function errorOf(exchange: Exchange): string | null {
  const {failure, reply} = exchange
  if (failure !== undefined) return failure
  if (!hasFailed(exchange)) return null
  const {body} = reply ?? {}
  const message = typeof body === 'object' && body !== null && 'message' in body ? body['message'] : undefined
  return typeof message === 'string' ? message : ''
}

const width = 24

/** One bar of a waterfall: `░` is waiting for a connection, `▒` for the reply, `█` is reading it. */
export function bar({before, connecting, waiting, receiving, total}: Timeline): string {
  const at = (milliseconds: number) => Math.round((milliseconds / total) * width)
  const ends = [before, before + connecting, before + connecting + waiting, before + connecting + waiting + receiving]
  const [from = 0, connected = 0, answered = 0, end = 0] = ends.map(at)
  const drawn = '░'.repeat(connected - from) + '▒'.repeat(answered - connected) + '█'.repeat(end - answered)
  // However short, it is there.
  return `${' '.repeat(Math.min(from, width - 1))}${drawn === '' ? '▏' : drawn}`
}
