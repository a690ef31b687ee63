import {criterionSchema, headerSchema, subscriptionFields} from '../../lib/pubsub/subscription-fields.ts'
import {type Schema} from '../../lib/schema.ts'
import {loadable} from '../loading/loadable.ts'
import {among, free, id, text, texts, things, time, wholeNumber} from '../loading/schemas.ts'
import {deliveries, deliveryStates} from '../pubsub/deliveries.ts'
import {customApplications, customSubscriptions, subscriptions} from '../pubsub/records.ts'
import {accounts, identities} from '../records.ts'

const criteria: Schema = {type: 'array', items: criterionSchema}
const headers: Schema = {type: 'array', items: headerSchema}
const url: Schema = {type: 'string', format: 'uri'}

/** What of the pubsub service can be loaded. The headers of callbacks are in no dump; a file may give some. */
export const pubsubCollections = {
  subscriptions: loadable(subscriptions, {
    fields: {
      ...among(subscriptionFields, ['subscription_uuid', 'account_uuid', 'user_uuid', 'events', 'suspended'] as const),
      callback: {type: 'object', properties: {url, headers, keep_alive: {type: 'boolean'}}, required: ['url']},
      ...{criteria, expiration_date: time},
    },
    required: ['subscription_uuid', 'account_uuid', 'user_uuid', 'callback', 'events'],
    defaults: {criteria: [], suspended: 0},
    complete: ({callback}) => ({callback: {url: '', headers: [], keep_alive: false, ...callback}}),
    refers: {account_uuid: accounts, user_uuid: identities},
    hidden: ['callback.headers'],
  }),
  custom_applications: loadable(customApplications, {
    fields: {app_uuid: id, account_uuid: id, app_name: text, description: text, metadata: free, events: texts},
    required: ['app_uuid', 'account_uuid'],
    defaults: {app_name: '', description: '', metadata: {}, events: []},
    refers: {account_uuid: accounts},
  }),
  custom_subscriptions: loadable(customSubscriptions, {
    fields: {
      ...{uuid: id, account_uuid: id, app_uuid: id},
      callback: {type: 'object', properties: {url, headers}, required: ['url']},
      ...{events: texts, criteria, expiration_date: time},
    },
    required: ['account_uuid', 'app_uuid', 'callback'],
    defaults: {events: [], criteria: []},
    complete: ({callback}) => ({callback: {url: '', headers: [], ...callback}}),
    refers: {account_uuid: accounts, app_uuid: customApplications},
    hidden: ['callback.headers'],
  }),
  deliveries: loadable(deliveries, {
    fields: {
      ...{uuid: id, subscription_uuid: id, service: text, event: text, url, body: free},
      ...{state: {enum: deliveryStates}, attempts: things, attempts_before: wholeNumber},
      ...{created_at: wholeNumber, due_at: {type: ['integer', 'null']}, claimed_until: wholeNumber},
    },
    required: ['subscription_uuid', 'service', 'event', 'url'],
    defaults: {body: {}, state: 'pending', attempts: [], attempts_before: 0},
    complete: ({state = 'pending', created_at, due_at}, now) => ({
      created_at: created_at ?? now,
      due_at: due_at ?? (state === 'pending' ? now : null),
      // A claim is one of a process, and not to be had from a file.
      claimed_until: 0,
    }),
    dumped: (delivery) => ({...delivery, claimed_until: undefined}),
  }),
}
