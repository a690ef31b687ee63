import {type JsonValue} from '../../client/wire.ts'
import {type Identity} from '../../follow/recent-rows.ts'
import {hashOf} from '../../follow/row-identity.ts'

/** A line of a solution's log, as the service sends it: older servers say less. */
export interface LogLine {
  /** Milliseconds since 1970; of older servers seconds, or text. */
  timestamp: number | string
  /** 0 emergency to 7 debug; not from older servers. */
  severity?: number
  /** `script`, `call`, `event`, `config`, `service`; of older servers a level. */
  type?: string
  service?: string
  event?: string
  message?: string
  /** The same for all lines of one run. */
  tracking_id?: string
  data?: JsonValue
}

/** Most severe first: the index is the severity. */
export const levels = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'info', 'debug'] as const
export type Level = (typeof levels)[number]

export function severityOf({severity, type}: LogLine): number {
  const named = (levels as readonly string[]).indexOf(type ?? '')
  return severity ?? (named === -1 ? levels.indexOf('info') : named)
}

export function levelOf(line: LogLine): Level {
  return levels[severityOf(line)] ?? 'debug'
}

/** Milliseconds since 1970, whichever way the service says it; NaN where it does not. */
export function timeOf({timestamp}: LogLine): number {
  if (typeof timestamp === 'string') return Date.parse(timestamp)
  return timestamp < 1e11 ? timestamp * 1000 : timestamp
}

/** A line is what it says, all of it with its time: lines have no ids of their own. */
export const lineIdentity: Identity<LogLine> = {
  idOf: hashOf,
  timeOf,
}

/** All that a line says, as one text to search in. */
export function textOf({message, data}: LogLine): string {
  return [message, data === undefined ? undefined : typeof data === 'string' ? data : JSON.stringify(data)]
    .filter((part) => part !== undefined)
    .join(' ')
}
