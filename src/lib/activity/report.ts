import {type JsonObject} from '../client/wire.ts'

/** A report that is under way or there. */
export interface ReportRun {
  template_uuid: string
  report_uuid: string
}

/** What a report says, once it is there. */
export interface ReportDocument extends ReportRun {
  name?: string
  columns?: {name: string}[]
  rows?: JsonObject[]
  aggregates?: JsonObject[]
}
