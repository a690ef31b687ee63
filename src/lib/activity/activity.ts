import {type JsonObject} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'

/** Something that happened on the platform. */
export interface Activity {
  uuid: string
  activity_type: string
  activity_subtype: string
  /** The user who did it, or whom it is about. */
  owner_uuid: string
  account_uuid: string
  created_datetime: string
  /** What its type says there is; sent where `include=metadata` asks for it. */
  metadata?: JsonObject
}

/** What a table of activities shows. */
export const activityColumns: readonly ColumnSpec<Activity>[] = [
  'created_datetime',
  'activity_type',
  'activity_subtype',
  'owner_uuid',
  'account_uuid',
  'metadata',
]

/** What lists of activities can be filtered by, and what they can be told to include. */
export const activityFilters = ['activity_type', 'activity_subtype', 'owner_uuid', 'account_uuid', 'include'] as const

/** A kind of activity, in one of its versions. */
export interface ActivityType {
  activity_type: string
  version: number
  /** JSON Schema of the metadata. */
  schema: JsonObject
}

/** A kind within a kind. */
export interface ActivitySubtype extends ActivityType {
  activity_subtype: string
}

export const typeColumns: readonly ColumnSpec<ActivityType>[] = ['activity_type', 'version', 'schema']

export const subtypeColumns: readonly ColumnSpec<ActivitySubtype>[] = [
  'activity_type',
  'activity_subtype',
  'version',
  'schema',
]
