import {type JsonObject} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'

export const frequencyTypes = ['once', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const

/** How often an event fires. */
export interface Frequency {
  type: (typeof frequencyTypes)[number]
  /** Every how many minutes, hours … 1 unless said. */
  interval?: number
  /** How often in all. */
  count?: number
  /** RFC 3339: it fires no later. */
  end_datetime?: string
  /** By name or number, 0 or 7 for Sunday; several where it is a list. */
  day_of_week?: string | number | (string | number)[]
  /** 1 to 31, or counted from the end, -1 for the last; several where it is a list. */
  day_of_month?: number | number[]
  /** Which of these weekdays of the month: 1 for the first, -1 for the last. */
  specific_weekday?: number
}

/** What happens when an event fires. */
export interface Trigger {
  type: 'workflow'
  workflow_uuid: string
  parameters?: JsonObject
}

/** Who is told when an event fires. */
export interface Notification {
  type: 'pubsub'
  account_uuid?: string
  user_uuid?: string
}

export interface ScheduledEvent {
  uuid: string
  user_uuid: string
  /** RFC 3339. */
  start_datetime: string
  /** IANA, such as America/New_York. */
  timezone: string
  title: string
  description: string
  status: string
  frequency: Frequency
  trigger?: Trigger
  notification?: Notification
  metadata?: JsonObject
  type: string
}

/** When an event fires next. */
export interface NextFiring {
  event_uuid: string
  /** RFC 3339; null when it does not fire any more. */
  next_datetime: string | null
  timezone: string
}

/** One time that an event fired. */
export interface Firing {
  uuid: string
  event_uuid: string
  title: string
  /** When it was to fire. */
  scheduled_datetime: string
  fired_datetime: string
  status: 'complete' | 'failed'
  error?: string
  /** What its trigger started. */
  workflow_instance_uuid?: string
}

export const eventColumns: readonly ColumnSpec<ScheduledEvent>[] = [
  'uuid',
  'title',
  'start_datetime',
  'timezone',
  {path: 'frequency.type', header: 'FREQUENCY'},
  'status',
]

export const eventDetails: readonly ColumnSpec<ScheduledEvent>[] = [
  ...eventColumns,
  'frequency',
  'description',
  'user_uuid',
  'trigger',
  'notification',
  'metadata',
  'type',
]

export const firingColumns: readonly ColumnSpec<Firing>[] = [
  'scheduled_datetime',
  'event_uuid',
  'title',
  'status',
  'error',
  'workflow_instance_uuid',
]
