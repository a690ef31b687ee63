import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type Subscription} from '../../lib/pubsub/subscription.ts'
import {dateTime, integer, readBody, required, uuid} from '../fields.ts'
import {filtersOf, listCollection, within} from '../lists.ts'
import {callback, criteria, eventsByService, wholeCallback} from '../pubsub/subscription-fields.ts'
import {subscriptions as subscriptionRecords} from '../pubsub/records.ts'
import {given, readChanges} from '../record-fields.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type SubscriptionRequest = FastifyRequest<{Params: {subscription: string}}>

const onePath = '/pubsub/subscriptions/:subscription'

/** The pubsub service: subscriptions to events of the platform. */
export function pubsubSubscriptions(app: FastifyInstance, {store}: Sandbox): void {
  const subscriptions = store.collection(subscriptionRecords)

  const mustFind = ({caller, params}: SubscriptionRequest): Subscription => {
    const found = subscriptions.get(params.subscription)
    if (!found || !caller.sees(found.account_uuid)) throw notFound(`Subscription ${params.subscription}`)
    return found
  }

  app.get('/pubsub/subscriptions', (request) => {
    const filters = filtersOf(request, ['user_uuid', 'account_uuid'])
    return listCollection(request, subscriptions, {
      where: within(filters, 'account_uuid', request.caller.visibleAccounts()),
    })
  })

  app.get(onePath, (request: SubscriptionRequest) => mustFind(request))

  app.post('/pubsub/subscriptions', (request, reply) => {
    const body = readBody(request, {
      user_uuid: required(uuid()),
      account_uuid: required(uuid()),
      callback: required(wholeCallback()),
      events: eventsByService(),
      criteria: criteria(),
      expiration_date: dateTime(),
    })
    const subscription = subscriptions.put({
      subscription_uuid: randomUUID(),
      user_uuid: request.caller.mustSeeUser(body.user_uuid).uuid,
      account_uuid: request.caller.mustSee(body.account_uuid).uuid,
      callback: body.callback,
      events: body.events ?? {},
      criteria: body.criteria ?? [],
      ...given({expiration_date: body.expiration_date}),
      suspended: 0,
    })
    return reply.code(201).send(subscription)
  })

  // Clients send the whole subscription, or its new end alone: what a body lacks stays.
  app.put(onePath, (request: SubscriptionRequest) => {
    const fields = {
      user_uuid: uuid(),
      account_uuid: uuid(),
      callback: callback(),
      events: eventsByService(),
      criteria: criteria(),
      expiration_date: dateTime(),
      suspended: integer({min: 0, max: 1}),
    }
    return store.transaction(() => {
      const subscription = mustFind(request)
      const changes = readChanges(request, fields, subscription)
      if (changes.user_uuid !== undefined) request.caller.mustSeeUser(changes.user_uuid)
      if (changes.account_uuid !== undefined) request.caller.mustSee(changes.account_uuid)
      const {suspended = subscription.suspended} = changes as {suspended?: 0 | 1}
      const callback = {...subscription.callback, ...changes.callback}
      return subscriptions.put({...subscription, ...changes, callback, suspended})
    })
  })

  app.delete(onePath, (request: SubscriptionRequest, reply) => {
    subscriptions.delete(mustFind(request).subscription_uuid)
    return reply.code(204).send()
  })
}
