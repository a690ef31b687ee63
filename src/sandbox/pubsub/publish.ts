import {randomUUID} from 'node:crypto'
import {type JsonObject} from '../../lib/client/wire.ts'
import {type CustomSubscription, type Subscription} from '../../lib/pubsub/subscription.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'
import {isWithin} from '../account-tree.ts'
import {scopesOf} from '../auth/scopes.ts'
import {deliveries} from './deliveries.ts'
import {type EventName, type Service} from '../../lib/pubsub/platform-events.ts'
import {customSubscriptions, subscriptions} from './records.ts'

/** Something that subscribers of an account may want to know. */
export interface PlatformEvent<S extends Service = Service> {
  service: S
  event: EventName<S>
  account_uuid: string
  /** Whom it is about; left out, it is about the account. */
  user_uuid?: string | undefined
  /** JSON. */
  data: object
}

/**
 * Puts an event on its way to all who subscribed to it, and gives back the uuids of the deliveries. To be called in the
 * transaction in which it happens.
 */
export function publish<S extends Service>(sandbox: Sandbox, event: PlatformEvent<S>): string[] {
  const {store, clock} = sandbox
  const now = clock.now()
  const {data, ...about} = event
  const uuid = randomUUID()
  const found = store.collection(subscriptions).find({where: {account_uuid: event.account_uuid}})
  const wanting = found.filter((one) => wants(store, one, event, now))
  return wanting.map(({subscription_uuid, callback}) => {
    const datetime = new Date(now).toISOString()
    const body = {uuid, ...about, datetime, subscription_uuid, data} as unknown as JsonObject
    return send(sandbox, {subscription_uuid, service: event.service, event: event.event, url: callback.url, body})
  })
}

/** Puts an event of a custom application on its way to its subscribers. */
export function broadcast(sandbox: Sandbox, appUuid: string, event: string, payload: JsonObject): void {
  const {store, clock} = sandbox
  const now = clock.now()
  const datetime = new Date(now).toISOString()
  const found = store.collection(customSubscriptions).find({where: {app_uuid: appUuid}})
  for (const subscription of found) {
    const {uuid: subscription_uuid, callback, events, criteria} = subscription
    const isWanted = events.length === 0 || events.includes(event)
    if (!isWanted || hasExpired(subscription, now) || !meets(payload, criteria)) continue
    const body = {datetime, subscription_uuid, ...payload, app_uuid: appUuid, event}
    send(sandbox, {subscription_uuid, service: 'custom', event, url: callback.url, body})
  }
}

/** Events about a user are for that user and for those who may change users of the account. */
function wants(store: Store, subscription: Subscription, event: PlatformEvent, now: number): boolean {
  const {user_uuid: user, events, criteria, suspended} = subscription
  if (suspended === 1 || hasExpired(subscription, now)) return false
  if (!Object.hasOwn(events, event.service) || !events[event.service]?.includes(event.event)) return false
  const mayKnow = event.user_uuid === undefined || event.user_uuid === user || administers(store, user, event)
  return mayKnow && meets({...event.data, ...event}, criteria)
}

function administers(store: Store, user: string, {account_uuid}: PlatformEvent): boolean {
  return isWithin(store, account_uuid, scopesOf(store, user, 'identity', 'update').accounts)
}

function hasExpired({expiration_date: end}: Pick<Subscription | CustomSubscription, 'expiration_date'>, now: number) {
  return end !== undefined && Date.parse(end) <= now
}

/** Whether an event has all that one of the criteria asks for; a name is a dotted path. Without criteria, all do. */
function meets(event: object, criteria: readonly JsonObject[]): boolean {
  const hasAll = (wanted: JsonObject) =>
    Object.entries(wanted).every(([path, value]) => JSON.stringify(at(event, path)) === JSON.stringify(value))
  return criteria.length === 0 || criteria.some(hasAll)
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, name) => {
    return typeof found === 'object' && found !== null && Object.hasOwn(found, name)
      ? (found as Record<string, unknown>)[name]
      : undefined
  }, value)
}

interface Shipment {
  subscription_uuid: string
  service: string
  event: string
  url: string
  body: JsonObject
}

function send({store, clock, courier}: Sandbox, shipment: Shipment): string {
  const now = clock.now()
  const uuid = randomUUID()
  const waiting = {state: 'pending', attempts: [], attempts_before: 0, claimed_until: 0} as const
  store.collection(deliveries).put({uuid, ...shipment, ...waiting, attempts: [], created_at: now, due_at: now})
  courier.notice()
  return uuid
}
