import {type JsonObject} from '../client/wire.ts'
import {type Course} from '../waiting/course.ts'

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

/** The service shows a report once it is there, and nothing before. */
export const reportCourse: Course = {
  field: 'state',
  states: ['there'],
  stateOf: (shown) => (shown['rows'] === undefined && shown['columns'] === undefined ? 'under way' : 'there'),
  meaning: (state) => (state === 'there' ? 'done' : 'pending'),
  named: ({report_uuid: id}) => (typeof id === 'string' ? `report ${id}` : 'the report'),
  failure: 'report-failed',
}
