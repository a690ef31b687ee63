// The sandbox's HTTP application.
//
// An area is one file, areas/AREA.ts, that exports a function which registers its routes on `app`, and is listed in `areas`
// below; nothing else is to be done. What a route finds ready: the bearer token is checked and `request.caller` says who
// asks; any prefix before the path is taken off. Each request needs a permission, e.g. `sms.create`: for the resource type
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
import fastify, {type FastifyInstance} from 'fastify'
import {accountRelationships} from './areas/account-relationships.ts'
import {accounts} from './areas/accounts.ts'
import {chat} from './areas/chat.ts'
import {contacts} from './areas/contacts.ts'
import {destinations} from './areas/destinations.ts'
import {email} from './areas/email.ts'
import {authAccess} from './areas/auth-access.ts'
import {authApplications} from './areas/auth-applications.ts'
import {authGroupRoles} from './areas/auth-group-roles.ts'
import {authGroups} from './areas/auth-groups.ts'
import {authPermissions} from './areas/auth-permissions.ts'
import {authRoles} from './areas/auth-roles.ts'
import {entitlementProducts} from './areas/entitlement-products.ts'
import {entitlements} from './areas/entitlements.ts'
import {formTemplateRoutes} from './areas/form-templates.ts'
import {forms} from './areas/forms.ts'
//   sandbox.lenient                               whether to forgive what some clients send that is broken
//   readForm(stream, headers, store)              a multipart body, taken apart while it arrives (multipart.ts)
//   sandbox.store.contents                        files beside the database, as streams (contents.ts)
//   signedLink(…), mustBeSigned(…)                URLs that need no token (signed-links.ts)
//   loadable(spec, {…})                           what `sandbox load` takes and `sandbox dump` writes (loading/loadable.ts)
//   recordActivity(sandbox, {…})                  what `activity list` is to show of it (activity/activities.ts)
import {activity} from './areas/activity.ts'
import {identities} from './areas/identities.ts'
import {identityAliases} from './areas/identity-aliases.ts'
import {identityMfa} from './areas/identity-mfa.ts'
import {identityPasswordPolicies} from './areas/identity-password-policies.ts'
import {identityPasswords} from './areas/identity-passwords.ts'
import {lambdas} from './areas/lambdas.ts'
import {media} from './areas/media.ts'
import {messaging} from './areas/messaging.ts'
import {mobile} from './areas/mobile.ts'
import {metadata} from './areas/metadata.ts'
import {murano} from './areas/murano.ts'
import {numbers} from './areas/numbers.ts'
import {oauthClients} from './areas/oauth-clients.ts'
import {oauth} from './areas/oauth.ts'
import {objects} from './areas/objects.ts'
import {profiles} from './areas/profiles.ts'
import {pubsubApplications} from './areas/pubsub-applications.ts'
import {pubsubSubscriptions} from './areas/pubsub-subscriptions.ts'
import {resourceRows} from './areas/resource-rows.ts'
import {resources} from './areas/resources.ts'
import {scheduler} from './areas/scheduler.ts'
import {shortUrls} from './areas/short-urls.ts'
import {sms} from './areas/sms.ts'
import {tenDlcBrands} from './areas/ten-dlc-brands.ts'
import {tenDlcCampaigns} from './areas/ten-dlc-campaigns.ts'
import {voice} from './areas/voice.ts'
import {resourceTypeOf} from './auth/catalogue.ts'
import {workflowGroups} from './areas/workflow-groups.ts'
import {workflowHistory} from './areas/workflow-history.ts'
import {workflowInstances} from './areas/workflow-instances.ts'
import {workflowTemplates} from './areas/workflow-templates.ts'
import {providers} from './areas/providers.ts'
import {usage} from './areas/usage.ts'
import {acceptBodies} from './bodies.ts'
import {requireBearer} from './caller.ts'
import {strikeAfter, strikeBefore} from './fault-hooks.ts'
import {answerPolls} from './pending.ts'
import {keepTime} from './pulse.ts'
import {replyWithErrors} from './refusal.ts'
import {routedUrl} from './routed-url.ts'
import {type Sandbox} from './sandbox.ts'

const areas = [
  oauth,
  oauthClients,
  accounts,
  accountRelationships,
  numbers,
  tenDlcBrands,
  tenDlcCampaigns,
  sms,
  messaging,
  identities,
  identityAliases,
  identityMfa,
  identityPasswordPolicies,
  identityPasswords,
  destinations,
  voice,
  email,
  mobile,
  shortUrls,
  contacts,
  chat,
  entitlements,
  entitlementProducts,
  profiles,
  metadata,
  forms,
  formTemplateRoutes,
  resources,
  resourceRows,
  objects,
  authGroups,
  authGroupRoles,
  authRoles,
  authPermissions,
  authAccess,
  authApplications,
  pubsubSubscriptions,
  pubsubApplications,
  lambdas,
  workflowTemplates,
  workflowInstances,
  workflowGroups,
  workflowHistory,
  scheduler,
  media,
  activity,
  usage,
  providers,
  murano,
]

/** Fastify need not load its schema compilers, which take a quarter of its start: fields.ts checks requests. */
function noSchemas(): never {
  throw new Error('The routes of the sandbox have no schemas.')
}

/** The application that serves both the api and the auth host, and a page for people where one is given. */
export function buildServer(
  sandbox: Sandbox,
  page?: (app: FastifyInstance, sandbox: Sandbox) => void,
): FastifyInstance {
  const firstSegments = new Set<string>()
  const app = fastify({
    forceCloseConnections: true,
    // Behind the in-process dispatcher or a proxy, locations name the scheme that the client used.
    trustProxy: true,
    routerOptions: {maxParamLength: 2000},
    schemaController: {compilersFactory: {buildValidator: noSchemas, buildSerializer: noSchemas}},
    rewriteUrl: (request) => routedUrl(request, firstSegments),
  })
  const guarded = new Set<string>()
  app.addHook('onRoute', ({url, config}) => {
    // To the router, a colon is two.
    const first = url.split('/')[1]?.replaceAll('::', ':')
    if (first === undefined || first === '' || first === '*') return
    firstSegments.add(first)
    if (config?.auth === undefined && config?.permission !== false) guarded.add(first)
  })
  acceptBodies(app, sandbox)
  replyWithErrors(app)
  page?.(app, sandbox)
  // What has become due happens before anybody looks.
  app.addHook('onRequest', async () => sandbox.agenda.run())
  strikeBefore(app, sandbox)
  requireBearer(app, sandbox)
  answerPolls(app, sandbox)
  for (const area of areas) area(app, sandbox)
  refuseWithoutPermission(guarded)
  strikeAfter(app, sandbox)
  keepTime(app, sandbox)
  return app
}

/** Routes that no permission is for would be open to everybody who is signed in, without anybody having said so. */
function refuseWithoutPermission(guarded: ReadonlySet<string>): void {
  const unknown = [...guarded].filter((segment) => resourceTypeOf(segment) === undefined)
  if (unknown.length > 0) throw new Error(`Say in auth/catalogue.ts what these routes are about: ${unknown.join(', ')}`)
}
