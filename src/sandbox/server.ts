// The sandbox's HTTP application.
//
// An area is one file, areas/AREA.ts, that exports a function which registers its routes on `app`, and is listed in `areas`
// below; nothing else is to be done. What a route finds ready: the bearer token is checked and `request.caller` says who
// asks; users who may only read are refused on everything but GET and HEAD (`config: {permission: false}` lifts that);
// any prefix before the path is taken off. To be used in handlers:
//   request.caller.mustSee(uuid)                  the account, or 404 (caller.ts)
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
//   sandbox.lenient                               whether to forgive what some clients send that is broken
//   readForm(stream, headers, store)              a multipart body, taken apart while it arrives (multipart.ts)
//   sandbox.store.contents                        files beside the database, as streams (contents.ts)
//   signedLink(…), mustBeSigned(…)                URLs that need no token (signed-links.ts)
//   loadable(spec, {…})                           what `sandbox load` takes and `sandbox dump` writes (loading/loadable.ts)
//   recordActivity(sandbox, {…})                  what `activity list` is to show of it (activity/activities.ts)
import fastify, {type FastifyInstance} from 'fastify'
import {accountRelationships} from './areas/account-relationships.ts'
import {accounts} from './areas/accounts.ts'
import {activity} from './areas/activity.ts'
import {identities} from './areas/identities.ts'
import {identityAliases} from './areas/identity-aliases.ts'
import {identityMfa} from './areas/identity-mfa.ts'
import {identityPasswordPolicies} from './areas/identity-password-policies.ts'
import {identityPasswords} from './areas/identity-passwords.ts'
import {media} from './areas/media.ts'
import {messaging} from './areas/messaging.ts'
import {numbers} from './areas/numbers.ts'
import {oauth} from './areas/oauth.ts'
import {oauthClients} from './areas/oauth-clients.ts'
import {providers} from './areas/providers.ts'
import {sms} from './areas/sms.ts'
import {tenDlcBrands} from './areas/ten-dlc-brands.ts'
import {tenDlcCampaigns} from './areas/ten-dlc-campaigns.ts'
import {usage} from './areas/usage.ts'
import {acceptBodies} from './bodies.ts'
import {requireBearer} from './caller.ts'
import {strikeAfter, strikeBefore} from './fault-hooks.ts'
import {answerPolls} from './pending.ts'
import {replyWithErrors} from './refusal.ts'
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
  media,
  activity,
  usage,
  providers,
]

/** Fastify need not load its schema compilers, which take a quarter of its start: fields.ts checks requests. */
function noSchemas(): never {
  throw new Error('The routes of the sandbox have no schemas.')
}

/** The application that serves both the api and the auth host. */
export function buildServer(sandbox: Sandbox): FastifyInstance {
  const firstSegments = new Set<string>()
  const app = fastify({
    forceCloseConnections: true,
    // Behind the in-process dispatcher or a proxy, locations name the scheme that the client used.
    trustProxy: true,
    routerOptions: {maxParamLength: 2000},
    schemaController: {compilersFactory: {buildValidator: noSchemas, buildSerializer: noSchemas}},
    rewriteUrl: ({url = '/'}) => withoutPrefix(url, firstSegments),
  })
  app.addHook('onRoute', ({url}) => {
    const first = url.split('/')[1]
    if (first !== undefined && first !== '*') firstSegments.add(first)
  })
  acceptBodies(app, sandbox)
  replyWithErrors(app)
  // What has become due happens before anybody looks.
  app.addHook('onRequest', async () => sandbox.agenda.run())
  strikeBefore(app, sandbox)
  requireBearer(app, sandbox)
  answerPolls(app, sandbox)
  for (const area of areas) area(app, sandbox)
  strikeAfter(app, sandbox)
  return app
}

/** A host may be configured with a path, e.g. `http://127.0.0.1:4010/x`: what comes before the first segment that an area begins with is not ours. */
function withoutPrefix(url: string, firstSegments: ReadonlySet<string>): string {
  const [path = '', query] = url.split(/(?=\?)/, 2)
  const segments = path.split('/')
  const start = segments.findIndex((segment, index) => index > 0 && firstSegments.has(segment))
  return start > 1 ? `/${segments.slice(start).join('/')}${query ?? ''}` : url
}
