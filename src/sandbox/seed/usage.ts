import {type JsonObject} from '../../lib/client/wire.ts'
import {namedUuid} from '../named-uuid.ts'
import {seededAccess, seededCampaigns, seededUsage} from '../seeded-access.ts'
import {type Store} from '../store.ts'
import {usageEvents, usageReports, usageTemplates} from '../usage/records.ts'

const campaign = {campaign_id: seededCampaigns.active, campaign_name: 'Appointment reminders'}

const counted: readonly {type: string; day: number; metadata: JsonObject}[] = [
  {type: 'sms_did_request', day: 20, metadata: {...campaign, did: '+19412340003', action: 'assign'}},
  {type: 'sms_did_request', day: 20, metadata: {...campaign, did: '+19412340004', action: 'assign'}},
  {type: 'sms_message', day: 22, metadata: {did: '+19412340003', action: 'send', segments: 1}},
  {type: 'sms_message', day: 23, metadata: {did: '+19412340003', action: 'send', segments: 2}},
]

/** Templates of usage reports, some events, and a report that is there. */
export function seedUsage(store: Store): void {
  const numbers = {
    uuid: seededUsage.numbers,
    name: 'Numbers',
    description: 'Requests for numbers, by campaign',
    event_type: 'sms_did_request',
    columns: ['created_datetime', 'account_uuid', 'did', 'action', 'campaign_id', 'campaign_name'],
  }
  const all = {
    uuid: seededUsage.all,
    name: 'All events',
    description: 'Everything that was counted',
    event_type: null,
    columns: ['created_datetime', 'account_uuid', 'application_uuid', 'event_type', 'did', 'action', 'segments'],
  }
  for (const template of [numbers, all]) store.collection(usageTemplates).put(template)
  for (const [index, {type, day, metadata}] of counted.entries()) {
    store.collection(usageEvents).put({
      uuid: namedUuid(`usage event ${index}`),
      account_uuid: seededAccess.accountUuid,
      application_uuid: null,
      event_type: type,
      metadata,
      created_datetime: new Date(Date.UTC(2025, 0, day, 15, index)).toISOString(),
    })
  }
  const accounts = [seededAccess.accountUuid]
  const requested_at = Date.UTC(2025, 1, 1, 15)
  store.collection(usageReports).put({report_uuid: seededUsage.report, template: all, accounts, requested_at})
}
