import {randomUUID} from 'node:crypto'
import {type JsonObject} from '../../lib/client/wire.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'

export const severities = {
  emergency: 0,
  alert: 1,
  critical: 2,
  error: 3,
  warning: 4,
  notice: 5,
  info: 6,
  debug: 7,
} as const

/** A line of a solution's log. */
export interface LogLine {
  tracking_id: string
  solution_id: string
  type: 'script' | 'call' | 'event' | 'config' | 'service'
  /** Milliseconds on the sandbox's clock. */
  timestamp: number
  /** 0 emergency to 7 debug. */
  severity: number
  message: string
  /** The alias of the service that it is about. */
  service?: string
  /** The event, or the operation. */
  event?: string
  data?: JsonObject
}

export const logLines: CollectionSpec<LogLine> = {name: 'murano_logs', id: 'tracking_id', indexes: ['solution_id']}

/** Lines that a solution keeps: older ones go. */
const kept = 1000

/** Appends a line to a solution's log. */
export function writeLog({store, clock}: Sandbox, line: Omit<LogLine, 'tracking_id' | 'timestamp'>): LogLine {
  const lines = store.collection(logLines)
  const written = lines.put({tracking_id: randomUUID(), timestamp: clock.now(), ...line})
  const where = {solution_id: line.solution_id}
  if (lines.count({where}) > kept) {
    const oldest = lines.first(where)
    if (oldest) lines.delete(oldest.tracking_id)
  }
  return written
}

/** Oldest first. */
export function linesOf(store: Store, solutionId: string): LogLine[] {
  return store.collection(logLines).find({where: {solution_id: solutionId}})
}

/** A line as replies show it. */
export function logView({tracking_id, type, timestamp, severity, message, service, event, data}: LogLine) {
  return {type, timestamp, severity, message, tracking_id, service, event, data}
}
