import {type ColumnSpec} from '../output/columns.ts'

interface TwilioRecord {
  sid: string
  from: string
  to: string
  status: string
  /** inbound, or how it was sent. */
  direction?: string
  /** What it cost, as text; null until that is known. */
  price?: string | null
  price_unit?: string
  /** As in e-mails: `Mon, 20 Jan 2025 15:00:00 +0000`. */
  date_created?: string
}

/** A phone call that Twilio made for a solution. */
export interface TwilioCall extends TwilioRecord {
  /** Seconds; null while it is under way. */
  duration?: number | string | null
}

/** A text message that Twilio sent for a solution. */
export interface TwilioMessage extends TwilioRecord {
  body: string
  /** Why it was not delivered. */
  error_message?: string | null
}

export const callColumns = [
  'sid',
  'from',
  'to',
  'status',
  'duration',
  'price',
  'date_created',
] as const satisfies readonly ColumnSpec<TwilioCall>[]

export const messageColumns = [
  'sid',
  'from',
  'to',
  'status',
  'body',
  'price',
  'date_created',
] as const satisfies readonly ColumnSpec<TwilioMessage>[]
