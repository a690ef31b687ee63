import {templateFields} from '../../lib/activity/report-template.ts'
import {activities} from '../activity/activities.ts'
import {activityReports, reportTemplates} from '../activity/report-records.ts'
import {activitySubtypes, activityTypes, subtypeRecord, typeRecord} from '../activity/types.ts'
import {loadable} from '../loading/loadable.ts'
import {among, free, id, text, time, wholeNumber} from '../loading/schemas.ts'

const templateNames = [
  ...(['name', 'description', 'default_view', 'data_source', 'parameters'] as const),
  ...(['columns', 'limits', 'sort', 'aggregates', 'visualizations'] as const),
]

/** What of the activity service can be loaded. */
export const activityCollections = {
  activities: loadable(activities, {
    fields: {
      ...{uuid: id, activity_type: text, activity_subtype: text, owner_uuid: id, account_uuid: id},
      ...{created_datetime: time, metadata: free},
    },
    required: ['activity_type', 'owner_uuid', 'account_uuid'],
    defaults: {activity_subtype: '', metadata: {}},
    complete: ({created_datetime: at}, now) => ({created_datetime: at ?? new Date(now).toISOString()}),
  }),
  types: loadable(activityTypes, {
    fields: {id: text, activity_type: text, version: wholeNumber, schema: free},
    required: ['activity_type'],
    complete: ({activity_type = '', version = 1, schema = {}}) => typeRecord({activity_type, version, schema}),
  }),
  subtypes: loadable(activitySubtypes, {
    fields: {id: text, activity_type: text, activity_subtype: text, version: wholeNumber, schema: free},
    required: ['activity_type', 'activity_subtype'],
    complete: ({activity_type = '', activity_subtype = '', version = 1, schema = {}}) =>
      subtypeRecord({activity_type, activity_subtype, version, schema}),
  }),
  templates: loadable(reportTemplates, {
    fields: {template_uuid: id, ...among(templateFields, templateNames)},
    required: ['template_uuid', 'name', 'data_source'],
  }),
  reports: loadable(activityReports, {
    fields: {
      ...{report_uuid: id, template: free, owner_uuid: id, account_uuid: id},
      ...{parameters: free, requested_at: wholeNumber},
    },
    required: ['report_uuid', 'template'],
    defaults: {parameters: {}},
    complete: ({requested_at}, now) => ({requested_at: requested_at ?? now}),
  }),
}
