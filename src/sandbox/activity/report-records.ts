import {type ReportTemplate} from '../../lib/activity/report-template.ts'
import {type JsonObject} from '../../lib/client/wire.ts'
import {type CollectionSpec} from '../collection.ts'

export const reportTemplates: CollectionSpec<ReportTemplate> = {
  name: 'activity_report_templates',
  id: 'template_uuid',
  indexes: [],
}

/** A report that was run: it is there after a while. */
export interface ReportRecord {
  report_uuid: string
  /** As it was when the report was run. */
  template: ReportTemplate
  /** Whose activities; one of the two. */
  owner_uuid?: string
  account_uuid?: string
  parameters: JsonObject
  /** Milliseconds on the sandbox's clock. */
  requested_at: number
}

export const activityReports: CollectionSpec<ReportRecord> = {name: 'activity_reports', id: 'report_uuid', indexes: []}

/** How long a report takes, in milliseconds. */
export const reportMs = 2000
