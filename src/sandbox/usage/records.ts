import {type JsonObject} from '../../lib/client/wire.ts'
import {type UsageEvent, type UsageTemplate} from '../../lib/usage/usage.ts'
import {type CollectionSpec} from '../collection.ts'

export type UsageEventRecord = Required<UsageEvent>

export const usageEvents: CollectionSpec<UsageEventRecord> = {
  name: 'usage_events',
  id: 'uuid',
  indexes: ['account_uuid', 'event_type'],
}

export const usageTemplates: CollectionSpec<UsageTemplate> = {name: 'usage_templates', id: 'uuid', indexes: []}

/** A report that was asked for: it is there after a while. */
export interface UsageReportRecord {
  report_uuid: string
  template: UsageTemplate
  /** Whose events may be in it. */
  accounts: string[]
  application_uuid?: string
  event_type?: string
  /** ISO 8601. */
  since?: string
  until?: string
  offset?: number
  limit?: number
  filter_values?: JsonObject
  /** Milliseconds on the sandbox's clock. */
  requested_at: number
}

export const usageReports: CollectionSpec<UsageReportRecord> = {name: 'usage_reports', id: 'report_uuid', indexes: []}

/** How long a report takes, in milliseconds. */
export const usageReportMs = 3000
