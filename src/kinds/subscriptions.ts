import createSubscription from '../commands/pubsub/subscriptions/create.ts'
import deleteSubscription from '../commands/pubsub/subscriptions/delete.ts'
import {subscriptionsOfAccount} from '../commands/pubsub/subscriptions/list.ts'
import updateSubscription from '../commands/pubsub/subscriptions/update.ts'
import {type JsonObject} from '../lib/client/wire.ts'
import {collect} from '../lib/collect.ts'
import {type Kind} from '../lib/plan/kind.ts'
import {setFields} from '../lib/plan/parameter-fields.ts'
import {secretReference} from '../lib/plan/secret-reference.ts'
import {criterionSchema, eventsSchema} from '../lib/pubsub/subscription-fields.ts'

const fields = {
  callback_url: {type: 'string', format: 'uri', description: 'where events are posted to'},
  headers: {
    type: 'object',
    description: 'sent with each event, by name; set when the subscription is made or changed',
    additionalProperties: secretReference,
  },
  keep_alive: {type: 'boolean', description: 'do not suspend it when the subscriber cannot be reached'},
  events: eventsSchema,
  criteria: {type: 'array', description: 'what events must have to be delivered', items: criterionSchema},
  expiration_date: {type: 'string', description: 'when it ends; never if left out'},
} as const

/** Subscriptions of the account by the address that they post to. */
export const subscriptions: Kind = {
  section: 'subscriptions',
  noun: 'subscription',
  key: 'callback_url',
  id: 'subscription_uuid',
  fields,
  needed: ['events'],
  sets: ['events'],
  calls: {create: createSubscription, change: updateSubscription, remove: deleteSubscription},

  async read(planning) {
    const all = await collect(planning.all(subscriptionsOfAccount, {account_uuid: planning.account}))
    return all.map(({callback, ...one}) => ({
      key: callback.url,
      id: one.subscription_uuid,
      fields: setFields(fields, {callback_url: callback.url, keep_alive: callback.keep_alive, ...one}),
    }))
  },

  async create(applying, [wanted]) {
    const {
      callback_url: url,
      headers,
      keep_alive,
      events,
      criteria,
      expiration_date,
    } = wanted!.fields as JsonObject & Asked
    const {subscription_uuid} = await applying.call(createSubscription, {
      ...{account_uuid: applying.account, 'callback.url': url, 'callback.keep_alive': keep_alive},
      'callback.headers': headersOf(headers),
      ...{events: [events], criteria, expiration_date},
    })
    return [subscription_uuid]
  },

  async change(applying, [changing]) {
    const {existing, changes, wanted} = changing!
    const {keep_alive, ...others} = changes
    const {headers} = wanted.fields as JsonObject & Asked
    const callback = {url: wanted.key, keep_alive: keep_alive!, headers: headersOf(headers) ?? []}
    const body = {...others, ...(keep_alive !== undefined && {callback})}
    await applying.call(updateSubscription, {subscription_uuid: existing.id, body})
  },

  async remove(applying, [existing]) {
    await applying.call(deleteSubscription, {subscription_uuid: existing!.id})
  },
}

interface Asked {
  callback_url: string
  headers?: Record<string, string>
  keep_alive?: boolean
  events: Record<string, string[]>
  criteria?: JsonObject[]
  expiration_date?: string
}

function headersOf(headers: Record<string, string> | undefined): JsonObject[] | undefined {
  return headers && Object.entries(headers).map(([name, value]) => ({[name]: value}))
}
