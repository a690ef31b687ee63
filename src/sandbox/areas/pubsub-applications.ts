import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type CustomApplication, type CustomSubscription} from '../../lib/pubsub/subscription.ts'
import {type Conditions} from '../collection.ts'
import {dateTime, listOf, object, readBody, readObject, required, string, uuid} from '../fields.ts'
import {listCollection, mapItems} from '../lists.ts'
import {broadcast} from '../pubsub/publish.ts'
import {
  customApplications,
  customSubscriptions,
  type OwnedApplication,
  type OwnedCustomSubscription,
} from '../pubsub/records.ts'
import {criteria, wholeCallback} from '../pubsub/subscription-fields.ts'
import {given} from '../record-fields.ts'
import {conflict, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type ApplicationRequest = FastifyRequest<{Params: {app: string}}>
type SubscriptionRequest = FastifyRequest<{Params: {subscription: string}}>

/** The pubsub service: custom applications, who subscribed to their events, and the events. */
export function pubsubApplications(app: FastifyInstance, sandbox: Sandbox): void {
  applicationRoutes(app, sandbox)
  subscriptionRoutes(app, sandbox)

  app.post('/pubsub/broadcasts/applications', (request, reply) => {
    const {app_uuid, event} = readBody(request, {app_uuid: required(uuid()), event: required(string({max: 200}))})
    sandbox.store.transaction(() => {
      mustFindApplication(sandbox, request, app_uuid)
      broadcast(sandbox, app_uuid, event, readObject(request))
    })
    return reply.code(204).send()
  })
}

function applicationRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const applications = store.collection(customApplications)

  app.get('/pubsub/applications', (request) => {
    const where = {account_uuid: request.caller.visibleAccounts()}
    return mapItems(listCollection(request, applications, {where}), applicationView)
  })

  app.get('/pubsub/applications/:app', (request: ApplicationRequest) =>
    applicationView(mustFindApplication(sandbox, request, request.params.app)),
  )

  app.post('/pubsub/applications', (request, reply) => {
    const body = readBody(request, {
      app_uuid: required(uuid()),
      app_name: string({max: 200}),
      description: string(),
      metadata: object(),
      events: listOf(string({max: 200})),
    })
    const application = {
      app_uuid: body.app_uuid,
      app_name: body.app_name ?? '',
      description: body.description ?? '',
      metadata: body.metadata ?? {},
      events: body.events ?? [],
      account_uuid: request.caller.account.uuid,
    }
    if (!applications.add(application)) throw conflict(`There is an application ${body.app_uuid} already.`)
    return reply.code(201).send(applicationView(application))
  })

  app.delete('/pubsub/applications/:app', (request: ApplicationRequest, reply) => {
    store.transaction(() => {
      const {app_uuid} = mustFindApplication(sandbox, request, request.params.app)
      store.collection(customSubscriptions).deleteWhere({app_uuid})
      applications.delete(app_uuid)
    })
    return reply.code(204).send()
  })
}

function subscriptionRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const subscriptions = sandbox.store.collection(customSubscriptions)

  const mustFind = ({caller, params}: SubscriptionRequest): OwnedCustomSubscription => {
    const found = subscriptions.get(params.subscription)
    if (!found || !caller.sees(found.account_uuid)) throw notFound(`Subscription ${params.subscription}`)
    return found
  }

  app.get('/pubsub/customevents', (request) => {
    const {appUUID} = request.query as {appUUID?: string}
    const where: Conditions = {
      account_uuid: request.caller.visibleAccounts(),
      ...(appUUID !== undefined && {app_uuid: appUUID}),
    }
    return mapItems(listCollection(request, subscriptions, {where}), subscriptionView)
  })

  app.get('/pubsub/customevents/:subscription', (request: SubscriptionRequest) => subscriptionView(mustFind(request)))

  app.post('/pubsub/customevents', (request, reply) => {
    const body = readBody(request, {
      app_uuid: required(uuid()),
      callback: required(wholeCallback()),
      events: listOf(string({max: 200})),
      criteria: criteria(),
      expiration_date: dateTime(),
    })
    const {url, headers} = body.callback
    const subscription = {
      uuid: randomUUID(),
      app_uuid: mustFindApplication(sandbox, request, body.app_uuid).app_uuid,
      callback: {url, headers},
      events: body.events ?? [],
      criteria: body.criteria ?? [],
      ...given({expiration_date: body.expiration_date}),
      account_uuid: request.caller.account.uuid,
    }
    return reply.code(201).send(subscriptionView(subscriptions.put(subscription)))
  })

  app.delete('/pubsub/customevents/:subscription', (request: SubscriptionRequest, reply) => {
    subscriptions.delete(mustFind(request).uuid)
    return reply.code(204).send()
  })
}

function mustFindApplication({store}: Sandbox, {caller}: FastifyRequest, appUuid: string): OwnedApplication {
  const found = store.collection(customApplications).get(appUuid)
  if (!found || !caller.sees(found.account_uuid)) throw notFound(`Application ${appUuid}`)
  return found
}

/** Whose it is stays inside. */
function applicationView({app_uuid, app_name, description, metadata, events}: OwnedApplication): CustomApplication {
  return {app_uuid, app_name, description, metadata, events}
}

function subscriptionView(subscription: OwnedCustomSubscription): CustomSubscription {
  const {uuid, app_uuid, callback, events, criteria, expiration_date} = subscription
  return {uuid, app_uuid, callback, events, criteria, ...given({expiration_date})}
}
