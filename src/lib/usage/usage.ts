import {type JsonObject} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {type Fields} from '../schema.ts'
import {type Course} from '../waiting/course.ts'

/** Something that is counted. */
export interface UsageEvent {
  uuid?: string
  account_uuid: string
  application_uuid: string | null
  event_type: string
  metadata: JsonObject
  created_datetime?: string
}

export const eventColumns: readonly ColumnSpec<UsageEvent>[] = [
  'uuid',
  'account_uuid',
  'application_uuid',
  'event_type',
  'metadata',
  'created_datetime',
]

/** What the metadata of events about SMS holds; others may hold anything. */
export const eventMetadata: Fields = {
  brand_id: {type: 'string'},
  brand_name: {type: 'string'},
  campaign_id: {type: 'string'},
  campaign_name: {type: 'string'},
  did: {type: 'string', description: 'phone number'},
  action: {type: 'string'},
  user_uuid: {type: 'string', format: 'uuid'},
  user_email: {type: 'string', format: 'email'},
}

/** What a usage report is made of. */
export interface UsageTemplate {
  uuid: string
  name: string
  description: string
  /** The events that it is about; null: all. */
  event_type: string | null
  /** Columns of the report; those that events do not have are looked for in their metadata. */
  columns: string[]
}

export const usageTemplateColumns: readonly ColumnSpec<UsageTemplate>[] = [
  'uuid',
  'name',
  'event_type',
  'columns',
  'description',
]

/** A usage report, under way or there. */
export interface UsageReport {
  report_uuid: string
  /** CREATED, then SUCCEEDED; other versions of the platform may have more. */
  status: string
  /** Where the report is to be had, once it is there. */
  location?: string
}

export const reportColumns: readonly ColumnSpec<UsageReport>[] = ['report_uuid', 'status', 'location']

export interface BillingCycle {
  start_date: string
  end_date: string
}

/** What a report goes through. What a status is called that nobody knows stands for work that goes on. */
export const reportCourse: Course = {
  field: 'status',
  states: ['SUCCEEDED', 'FAILED'],
  meaning(status = '') {
    if (/^(SUCCEEDED|SUCCESS|COMPLETED?|DONE)$/i.test(status)) return 'done'
    return /FAIL|ERROR|CANCEL|ABORT|EXPIRED|TIMED_OUT/i.test(status) ? 'failed' : 'pending'
  },
  named: ({report_uuid: report}) => `report ${String(report)}`,
  failure: 'failure',
}
