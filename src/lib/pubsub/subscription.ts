import {type JsonObject} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'

/** Where events are posted to. */
export interface Callback {
  url: string
  /** Sent with each event, e.g. to sign it: one name and value each. */
  headers: Record<string, string>[]
}

/** Who is told of which events of the platform. */
export interface Subscription {
  subscription_uuid: string
  user_uuid: string
  account_uuid: string
  /** `keep_alive`: it is not suspended when its subscriber cannot be reached. */
  callback: Callback & {keep_alive: boolean}
  /** Names of events by service. */
  events: Record<string, string[]>
  criteria: JsonObject[]
  /** RFC 3339; without end where there is none. */
  expiration_date?: string
  /** 1: nothing is delivered any more. */
  suspended: 0 | 1
}

/** Who is told of the events of a custom application. */
export interface CustomSubscription {
  uuid: string
  app_uuid: string
  callback: Callback
  events: string[]
  criteria: JsonObject[]
  expiration_date?: string
}

/** A program of yours whose events others can subscribe to. */
export interface CustomApplication {
  app_uuid: string
  app_name: string
  description: string
  metadata: JsonObject
  events: string[]
}

/** What a table of subscriptions shows: never the headers, which are secrets. */
export const subscriptionColumns: readonly ColumnSpec<Subscription>[] = [
  'subscription_uuid',
  'callback.url',
  'events',
  'expiration_date',
  'suspended',
]

/** What is shown of one subscription. */
export const subscriptionDetails: readonly ColumnSpec<Subscription>[] = [
  ...subscriptionColumns,
  'user_uuid',
  'account_uuid',
  'callback.keep_alive',
  'criteria',
]

export const customSubscriptionColumns: readonly ColumnSpec<CustomSubscription>[] = [
  'uuid',
  'app_uuid',
  'callback.url',
  'events',
  'expiration_date',
]

export const applicationColumns: readonly ColumnSpec<CustomApplication>[] = [
  'app_uuid',
  'app_name',
  'description',
  'events',
]
