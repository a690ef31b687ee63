import {namedUuid} from '../named-uuid.ts'
import {deliveries} from '../pubsub/deliveries.ts'
import {customApplications, customSubscriptions, subscriptions} from '../pubsub/records.ts'
import {seededAccess} from '../seeded-access.ts'
import {type Store} from '../store.ts'

const {accountUuid: account_uuid, userUuid: user_uuid} = seededAccess

/** Where subscribers of the seeds are; nobody listens there unless you do. */
const url = 'http://127.0.0.1:4020/hooks'
const owner = {account_uuid, user_uuid}

/**
 * Two subscriptions, one of them suspended since its subscriber could not be reached, and a custom application with one.
 * None of them is to events that commands publish: a fresh sandbox delivers nothing.
 */
export function seedPubsub(store: Store): void {
  const common = {...owner, callback: {url, headers: [{authorization: 'Bearer hook-key'}], keep_alive: false}}
  store.collection(subscriptions).put({
    ...{subscription_uuid: namedUuid('subscription calls'), ...common},
    ...{events: {voice: ['call_started', 'call_ended'], fax: ['fax_received']}, criteria: [], suspended: 0},
  })
  const suspended = namedUuid('subscription messages')
  store.collection(subscriptions).put({
    ...{subscription_uuid: suspended, ...common, events: {messaging: ['conversation_message_sent']}},
    ...{criteria: [{channel: 'sms'}], suspended: 1},
  })
  seedFailedDelivery(store, suspended)

  const app_uuid = namedUuid('custom application front desk')
  store.collection(customApplications).put({
    ...{
      app_uuid,
      account_uuid,
      app_name: 'Front desk',
      description: 'The tablet at the entrance',
      metadata: {floor: 1},
    },
    events: ['checked_in', 'left'],
  })
  store.collection(customSubscriptions).put({
    uuid: namedUuid('custom subscription front desk'),
    ...{app_uuid, account_uuid, events: ['checked_in'], criteria: []},
    callback: {url: 'http://127.0.0.1:4020/front-desk', headers: [{'x-user-uuid': user_uuid}]},
  })
}

/** A message that its subscriber was not told of, in five attempts. */
function seedFailedDelivery(store: Store, subscription_uuid: string): void {
  const sentAt = Date.UTC(2025, 0, 21, 15)
  const pauses = [0, 10, 70, 670, 4270]
  const data = {
    ...{uuid: namedUuid('message reminder'), from: '+19412340003', to: '+19415550142', channel: 'sms'},
    content: [{type: 'text', body: 'Sunrise Dental: your appointment is tomorrow at 9. Reply STOP to end.'}],
  }
  const about = {service: 'messaging', event: 'conversation_message_sent'}
  store.collection(deliveries).put({
    ...{uuid: namedUuid('delivery message'), subscription_uuid, ...about, url, state: 'failed'},
    body: {uuid: namedUuid('event message'), ...about, ...owner, datetime: iso(sentAt), subscription_uuid, data},
    attempts: pauses.map((seconds) => ({
      ...{at: iso(sentAt + seconds * 1000), status: null, duration_ms: 1},
      error: 'nobody listens there',
    })),
    ...{created_at: sentAt, due_at: null, attempts_before: 0, claimed_until: 0},
  })
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
