import {Agenda} from '../agenda.ts'
import {Clock} from '../clock.ts'
import {namedUuid} from '../named-uuid.ts'
import {fireKind, firings, scheduledEvents, type StoredEvent} from '../scheduler/records.ts'
import {seededAccess} from '../seeded-access.ts'
import {type Store} from '../store.ts'

const {accountUuid: account_uuid, userUuid: user_uuid} = seededAccess
const common = {account_uuid, user_uuid, timezone: 'America/New_York', status: 'active', type: ''}

/** An event that fires each Monday from 2031 on, and one that has fired. */
export function seedScheduler(store: Store): void {
  const weekly = namedUuid('scheduled event report')
  const next = Date.UTC(2031, 0, 6, 14)
  const entry = new Agenda(store, new Clock(store)).add(next, fireKind, {event: weekly})
  const past: StoredEvent = {
    ...{uuid: namedUuid('scheduled event fired'), ...common, title: 'Opening', description: 'The new practice opens'},
    ...{start_datetime: '2025-02-03T09:00:00-05:00', frequency: {type: 'once'}, metadata: {room: 'all'}},
    ...{fired: 1, next_at: null, agenda_id: null},
  }
  store.collection(scheduledEvents).put(past)
  store.collection(scheduledEvents).put({
    ...{uuid: weekly, ...common, title: 'Report', description: 'Figures of the week'},
    ...{start_datetime: '2031-01-06T09:00:00-05:00', frequency: {type: 'week', day_of_week: ['monday']}},
    trigger: {type: 'workflow', workflow_uuid: namedUuid('workflow add'), parameters: {x: '1', y: '2'}},
    notification: {type: 'pubsub', account_uuid, user_uuid},
    ...{fired: 0, next_at: next, agenda_id: entry},
  })
  const fired = new Date(past.start_datetime).toISOString()
  store.collection(firings).put({
    ...{uuid: namedUuid('firing of opening'), event_uuid: past.uuid, title: past.title, account_uuid},
    ...{scheduled_datetime: fired, fired_datetime: fired, status: 'complete'},
  })
}
