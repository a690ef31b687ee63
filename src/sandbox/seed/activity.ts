import {type ReportTemplate} from '../../lib/activity/report-template.ts'
import {type JsonObject} from '../../lib/client/wire.ts'
import {activities} from '../activity/activities.ts'
import {activityReports, reportTemplates} from '../activity/report-records.ts'
import {activitySubtypes, activityTypes, subtypeRecord, typeRecord} from '../activity/types.ts'
import {namedUuid} from '../named-uuid.ts'
import {seededAccess, seededReader, seededReports} from '../seeded-access.ts'
import {type Store} from '../store.ts'

const text = {type: 'string'}

/** Kinds of activities, with their subtypes, and what the metadata of each holds. */
const kinds: readonly {type: string; schema: JsonObject; subtypes: readonly string[]}[] = [
  {type: 'message', schema: schemaOf({from: text, to: text}), subtypes: ['sent', 'blocked']},
  {type: 'number', schema: schemaOf({number: text}), subtypes: ['provisioned', 'released']},
  {type: 'user', schema: schemaOf({username: text}), subtypes: ['created']},
  {type: 'voicemail', schema: schemaOf({from: text, seconds: {type: 'integer'}}), subtypes: ['received', 'heard']},
]

const happened: readonly {what: string; owner: string; day: number; metadata: JsonObject}[] = [
  {what: 'number.provisioned', owner: seededAccess.userUuid, day: 20, metadata: {number: '+19412340001'}},
  {what: 'number.provisioned', owner: seededAccess.userUuid, day: 20, metadata: {number: '+19412340003'}},
  {what: 'user.created', owner: seededReader.userUuid, day: 21, metadata: {username: seededReader.email}},
  {
    what: 'message.sent',
    owner: seededAccess.userUuid,
    day: 22,
    metadata: {from: '+19412340003', to: '+19415550123'},
  },
  {
    what: 'message.blocked',
    owner: seededAccess.userUuid,
    day: 23,
    metadata: {from: '+19412340001', to: '+19415550123'},
  },
  {what: 'voicemail.received', owner: seededReader.userUuid, day: 24, metadata: {from: '+19415550123', seconds: 41}},
]

const sinceStart: ReportTemplate['limits'] = [[{column: 'created_datetime', op: '>=', value: '$start_time'}]]

const messages: ReportTemplate = {
  template_uuid: seededReports.messages,
  name: 'Messages',
  description: 'Who sent what to whom',
  default_view: 'table',
  data_source: {source_type: 'activity', activity: 'message'},
  parameters: [{name: 'start_time', type: 'date'}],
  columns: [{name: 'created_datetime'}, {name: 'activity_subtype'}, {name: 'from'}, {name: 'to'}],
  limits: sinceStart,
  sort: {primary_column: 'created_datetime', primary_direction: 'ascending'},
  aggregates: [],
  visualizations: {},
}

const numbers: ReportTemplate = {
  ...messages,
  template_uuid: seededReports.numbers,
  name: 'Numbers',
  description: 'Which numbers came and went',
  data_source: {source_type: 'activity', activity: 'number'},
  columns: [{name: 'created_datetime'}, {name: 'activity_subtype'}, {name: 'number'}, {name: 'owner_uuid'}],
}

/** Kinds of activities, some that happened, and two templates of reports, one of which was run. */
export function seedActivity(store: Store): void {
  for (const {type, schema, subtypes} of kinds) {
    store.collection(activityTypes).put(typeRecord({activity_type: type, version: 1, schema}))
    for (const subtype of subtypes) {
      const record = {activity_type: type, activity_subtype: subtype, version: 1, schema}
      store.collection(activitySubtypes).put(subtypeRecord(record))
    }
  }
  for (const [index, {what, owner, day, metadata}] of happened.entries()) {
    const [type = '', subtype = ''] = what.split('.')
    store.collection(activities).put({
      uuid: namedUuid(`activity ${index}`),
      activity_type: type,
      activity_subtype: subtype,
      owner_uuid: owner,
      account_uuid: seededAccess.accountUuid,
      created_datetime: new Date(Date.UTC(2025, 0, day, 15, index)).toISOString(),
      metadata,
    })
  }
  for (const template of [messages, numbers]) store.collection(reportTemplates).put(template)
  store.collection(activityReports).put({
    report_uuid: seededReports.run,
    template: messages,
    account_uuid: seededAccess.accountUuid,
    parameters: {},
    requested_at: Date.UTC(2025, 1, 1, 15),
  })
}

function schemaOf(properties: JsonObject): JsonObject {
  return {type: 'object', properties}
}
