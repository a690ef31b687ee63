import {type JsonObject} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'

export const platforms = ['android', 'ios'] as const

/** A device that gets a user's push notifications. */
export interface Registration {
  user_uuid: string
  device_id: string
  /** What the device’s maker knows it by: a secret. */
  push_token: string
  application: string
  platform: (typeof platforms)[number]
}

/** What a table shows: no secrets. */
export const registrationColumns: readonly ColumnSpec<Registration>[] = [
  'device_id',
  'application',
  'platform',
  'user_uuid',
]

/** A notification that was handed over for sending. */
export interface Notification {
  uuid: string
  application: string
  user_uuid: string
  device_ids: string[]
  title?: string
  message?: string
  data?: JsonObject
  platform_specific_data?: JsonObject
}

export const notificationColumns: readonly ColumnSpec<Notification>[] = [
  'uuid',
  'application',
  'user_uuid',
  'device_ids',
  'title',
  'message',
]
