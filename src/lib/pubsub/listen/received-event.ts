import {type JsonValue} from '../../client/wire.ts'
import {type ColumnSpec} from '../../output/columns.ts'

/** How a program answered an event that was passed on to it. */
export interface Forwarding {
  url: string
  /** Null when it did not answer. */
  status: number | null
  duration_ms: number
  /** Null when the program has taken it, with 2xx. */
  error: string | null
}

/** A stretch of time in which events may have been missed. */
export interface Gap {
  since: string
  until: string
  reason: string
}

/** What `pubsub listen` prints: an event that came, or a gap between events. `pubsub resend` reads it again. */
export interface ReceivedEvent {
  kind: 'event' | 'gap'
  received_datetime: string
  /** The event's own; null where it has none. */
  uuid: string | null
  service: string | null
  event: string | null
  /** Whether it had come before. */
  repeated: boolean
  /** Null where it is not passed on. */
  forward: Forwarding | null
  /** As they came, without what is secret or only of the connection. */
  headers: Record<string, string>
  /** What was posted; a text where that is no JSON. */
  body: JsonValue
  /** What was posted, byte for byte, where `body` written as JSON is something else. */
  text?: string
  gap: Gap | null
}

/** What a table of received events shows. */
export const receivedColumns: readonly ColumnSpec<ReceivedEvent>[] = [
  'received_datetime',
  'kind',
  'service',
  'event',
  'uuid',
  'repeated',
  'forward.status',
  'forward.error',
  'gap.reason',
]

export function gapRow(gap: Gap): ReceivedEvent {
  return {
    ...{kind: 'gap', received_datetime: gap.until, uuid: null, service: null, event: null, repeated: false},
    ...{forward: null, headers: {}, body: null, gap},
  }
}

/** What was posted, as it came. */
export function postedText({body, text}: Pick<ReceivedEvent, 'body' | 'text'>): string {
  return text ?? JSON.stringify(body)
}

/** The body as JSON, and as text where that alone would not give it back as it came. */
export function bodyOf(posted: string): Pick<ReceivedEvent, 'body' | 'text'> {
  try {
    const body = JSON.parse(posted) as JsonValue
    return JSON.stringify(body) === posted ? {body} : {body, text: posted}
  } catch {
    return {body: posted, text: posted}
  }
}

/** The names that an event has for itself. */
export function namesOf(body: JsonValue): Pick<ReceivedEvent, 'uuid' | 'service' | 'event'> {
  const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}
  const name = (key: string) => (typeof fields[key] === 'string' ? fields[key] : null)
  return {uuid: name('uuid'), service: name('service'), event: name('event')}
}
