import {loadable} from '../loading/loadable.ts'
import {free, id, text, texts, textOrNull, time, wholeNumber} from '../loading/schemas.ts'
import {usageEvents, usageReports, usageTemplates} from '../usage/records.ts'

/** What of the usage service can be loaded. */
export const usageCollections = {
  events: loadable(usageEvents, {
    fields: {
      ...{uuid: id, account_uuid: id, application_uuid: textOrNull, event_type: text, metadata: free},
      created_datetime: time,
    },
    required: ['account_uuid', 'event_type'],
    defaults: {application_uuid: null, metadata: {}},
    complete: ({created_datetime: at}, now) => ({created_datetime: at ?? new Date(now).toISOString()}),
  }),
  templates: loadable(usageTemplates, {
    fields: {uuid: id, name: text, description: text, event_type: textOrNull, columns: texts},
    required: ['name'],
    defaults: {description: '', event_type: null, columns: ['created_datetime', 'account_uuid', 'event_type']},
  }),
  reports: loadable(usageReports, {
    fields: {
      ...{report_uuid: id, template: free, accounts: texts, application_uuid: id, event_type: text},
      ...{since: text, until: text, offset: wholeNumber, limit: wholeNumber, filter_values: free},
      requested_at: wholeNumber,
    },
    required: ['report_uuid', 'template', 'accounts'],
    complete: ({requested_at}, now) => ({requested_at: requested_at ?? now}),
  }),
}
