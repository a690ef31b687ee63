// The sandbox's HTTP application.
//
// An area is listed in areas.ts, with what a fresh sandbox has of it and what goes with users and accounts that are deleted.
// Its routes are registered by functions in areas/AREA.ts, listed in area-routes.ts, and what of it can be loaded is listed
// in loading/areas.ts: an area that is missing there does not compile. What a route finds ready: the bearer token is checked
// and `request.caller` says who asks; any prefix before the path is taken off. Each request needs a permission, e.g.
// `sms.create`: for the resource type
// that its path begins with (auth/catalogue.ts) and the action that its method stands for. Users whose roles do not have it
// are refused (403); `config: {permission: false}` lifts that, `config: {permission: 'update'}` names another action. What
// the caller sees is what that permission extends to. To be used in handlers:
//   request.caller.mustSee(uuid)                  the account, or 404, or 403 (caller.ts; also mustSeeUser, mustReach)
//   request.caller.mustBeAllowed('update', 'sms') a further permission, over an account where one is given
//   resourceAccess(store, uuid)                   who may read, update, delete a single resource through its groups: letters
//                                                 r, u, d by user; sharedResources(store, user) is the other way round
//                                                 (auth/resource-access.ts). A request for such a resource passes with a
//                                                 role over it: ask for the letters first, then for the owner's account
//   readBody(request, {name: required(string())}) checked fields, or 400 with details (fields.ts)
//   listCollection(request, collection, query)    a page with metadata; filtersOf(request, keys) (lists.ts)
//   reply.accepted(path, {body, outcome})         202 with a location that can be polled (pending.ts)
//   reply.code(204).send()                        an empty reply
//   throw notFound(…), conflict(…), badRequest(…) the platform's errors (refusal.ts)
//   sandbox.store.collection(spec)                records (collection.ts; shared kinds in records.ts)
//   sandbox.store.numbers                         the number inventory (number-inventory.ts)
//   sandbox.store.transaction(() => …)            for anything that reads, decides and writes
//   sandbox.clock.now()                           the time; never Date.now()
//   sandbox.agenda.add(at, kind, data)            what is to happen later, on the sandbox's clock (agenda.ts)
//   publish(sandbox, {service, event, …})         tells subscribers, in the transaction in which it happens (pubsub/publish.ts)
//   sandbox.lenient                               whether to forgive what some clients send that is broken
//   readForm(stream, headers, store)              a multipart body, taken apart while it arrives (multipart.ts)
//   sandbox.store.contents                        files beside the database, as streams (contents.ts)
//   signedLink(…), mustBeSigned(…)                URLs that need no token (signed-links.ts)
//   loadable(spec, {…})                           what `sandbox load` takes and `sandbox dump` writes (loading/loadable.ts)
//   recordActivity(sandbox, {…})                  what `activity list` is to show of it (activity/activities.ts)
import fastify, {type FastifyInstance, type RouteOptions} from 'fastify'
import {resourceTypeOf} from './auth/catalogue.ts'
import {firstSegments, registerRoutes} from './area-routes.ts'
import {acceptBodies} from './bodies.ts'
import {requireBearer} from './caller.ts'
import {strikeAfter, strikeBefore} from './fault-hooks.ts'
import {answerPolls} from './pending.ts'
import {keepTime} from './pulse.ts'
import {replyWithErrors} from './refusal.ts'
import {routedUrl} from './routed-url.ts'
import {type Sandbox} from './sandbox.ts'

/** Fastify need not load its schema compilers, which take a quarter of its start: fields.ts checks requests. */
function noSchemas(): never {
  throw new Error('The routes of the sandbox have no schemas.')
}

export interface ServerOptions {
  /** Registers routes beside those of the areas, such as a page for people. */
  more?: ((app: FastifyInstance, sandbox: Sandbox) => void) | undefined
  /** Only the routes whose paths begin so, which take less time to load than all. */
  only?: string | undefined
}

/** The application that serves both the api and the auth host. It is ready: no routes can be added. */
export async function buildServer(sandbox: Sandbox, {more, only}: ServerOptions = {}): Promise<FastifyInstance> {
  const app = fastify({
    forceCloseConnections: true,
    // Behind the in-process dispatcher or a proxy, locations name the scheme that the client used.
    trustProxy: true,
    routerOptions: {maxParamLength: 2000},
    schemaController: {compilersFactory: {buildValidator: noSchemas, buildSerializer: noSchemas}},
    rewriteUrl: (request) => routedUrl(request, firstSegments),
  })
  acceptBodies(app, sandbox)
  replyWithErrors(app)
  more?.(app, sandbox)
  // What has become due happens before anybody looks.
  app.addHook('onRequest', async () => sandbox.agenda.run())
  // Clients tell the time by it.
  app.addHook('onSend', async (_request, reply) => void reply.header('date', sandbox.clock.httpDate()))
  strikeBefore(app, sandbox)
  requireBearer(app, sandbox)
  answerPolls(app, sandbox)
  // There is none without a port, which an application of a single area is never on.
  if (only === undefined) await app.register((await import('@fastify/websocket')).default)
  app.addHook('onRoute', mustBeListed)
  await registerRoutes(app, sandbox, only)
  strikeAfter(app, sandbox)
  keepTime(app, sandbox)
  await app.ready()
  return app
}

/** Routes that no permission is for would be open to everybody who is signed in, and those of no area be found by nobody. */
function mustBeListed({url, config}: RouteOptions): void {
  // To the router, a colon is two.
  const first = url.split('/')[1]?.replaceAll('::', ':') ?? ''
  if (!firstSegments.has(first)) throw new Error(`Say in area-routes.ts what area ${url} is of.`)
  const isGuarded = config?.auth === undefined && config?.permission !== false
  if (isGuarded && resourceTypeOf(first) === undefined)
    throw new Error(`Say in auth/catalogue.ts what ${url} is about.`)
}
