import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type JsonObject} from '../../src/lib/client/wire.ts'
import {parseYaml} from '../../src/lib/input/json-value.ts'
import {loadableAreas} from '../../src/sandbox/loading/areas.ts'
import {devices} from '../../src/sandbox/murano/devices.ts'
import {logLines} from '../../src/sandbox/murano/logs.ts'
import {muranoPasswords} from '../../src/sandbox/murano/passwords.ts'
import {serviceConfigs} from '../../src/sandbox/murano/records.ts'
import {timers} from '../../src/sandbox/murano/services/timer/timers.ts'
import {endUsers} from '../../src/sandbox/murano/services/user/records.ts'
import {outbox} from '../../src/sandbox/outbox.ts'
import {deliveries} from '../../src/sandbox/pubsub/deliveries.ts'
import {passwords} from '../../src/sandbox/records.ts'
import {pushRegistrations} from '../../src/sandbox/push-registrations.ts'
import {subscriptions} from '../../src/sandbox/pubsub/records.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {usageEvents} from '../../src/sandbox/usage/records.ts'
import {root} from '../support/world.ts'
import {everything, made} from './everything.ts'
import {acme, dumpText, eve, load} from './loading-support.ts'
import {muranoClient} from './murano-support.ts'
import {freshSandbox, type Reply, signedIn} from './support.ts'

const {accountUuid: ours, userUuid: admin} = seededAccess

/** By collection: a request, and what its reply has of the record. */
const served: Readonly<Record<string, readonly [request: string, contained: string]>> = {
  'accounts.accounts': [`GET /accounts/accounts/${acme}`, '"name":"Acme"'],
  'accounts.relationships': [`GET /accounts/accounts/${acme}`, '"relationships":{"items":[{'],
  'identities.identities': [`GET /identity/identities/${made(1)}`, 'sam@acme.example'],
  'identities.password_policies': ['GET /identity/passwords/policies', '"Lax"'],
  'identities.password_policy_choices': [`GET /identity/accounts/${acme}/password_policy`, '"Lax"'],
  'identities.mfa_sources': [`GET /identity/identities/${eve}/mfa`, 'eve@acme.example'],
  'identities.mfa_policies': [`GET /identity/accounts/${acme}/mfa`, '"SMS"'],
  'groups.groups': [`GET /auth/user-groups/${made(2)}`, '"Desk"'],
  'groups.members': [`GET /auth/user-groups/${made(2)}`, eve],
  'auth.permissions': [`GET /auth/permissions?name=robot.start`, made(4)],
  'auth.roles': [`GET /auth/roles/${made(5)}`, '"robot.start"'],
  'auth.role_grants': [`GET /auth/user-groups/${made(2)}/roles`, '"Operator"'],
  'auth.application_resource_groups': [`GET /auth/applications/${made(6)}/resource-groups`, '"Rooms"'],
  'auth.application_user_groups': [`GET /auth/applications/${made(7)}/user-groups`, '"Cleaners"'],
  'oauth.clients': ['GET /oauth/clients?name=Nightly', '"Nightly"'],
  'oauth.scopes': ['GET /oauth/scopes', '"robots"'],
  'profiles.properties': [`GET /profiles/users/${eve}/properties`, '"purple"'],
  'numbers.numbers': ['GET /sms/provision/numbers/number/+19412340020', acme],
  '10dlc.brands': [`GET /sms/10dlc/customers/${acme}`, '"VERIFIED"'],
  '10dlc.campaigns': [`GET /sms/10dlc/customers/${acme}/campaigns/CACME01`, '"ACTIVE"'],
  'messaging.conversations': [`GET /messaging/users/${eve}/conversations`, made(8)],
  'messaging.messages': [`GET /messaging/users/${eve}/conversations?expand=messages`, '"from":"+19412340020"'],
  'chat.channels': [`GET /chat/channels/${made(9)}`, '"Robots"'],
  'chat.messages': [`GET /chat/channels/${made(9)}/messages`, '"Beep"'],
  'contacts.contacts': [`GET /contacts/users/${eve}/contacts`, '"Robbie"'],
  'mobile.registrations': [`GET /mobilenotification/registration?user_uuid=${eve}`, '"nokia"'],
  'voice.extensions': [`GET /voice/extension?account_uuid=${acme}`, '"301"'],
  'destinations.destinations': ['GET /dbsip/destinations/4301', '"Lobby"'],
  'short_urls.short_urls': [`GET /shorturl/shorturls?user_uuid=${eve}`, '"robot"'],
  'media.files': [`GET /media/media/${made(10)}`, '"robot.txt"'],
  'media.shares': [`GET /media/users/${admin}/media`, '"robot.txt"'],
  'forms.templates': [`GET /forms/template/${made(11)}`, '"Order"'],
  'forms.forms': [`GET /forms/forms/${made(12)}?include=form_definition`, '"wizard"'],
  'forms.submissions': [`GET /forms/forms/${made(12)}/submission`, '"robots":3'],
  'resources.resources': [`GET /resourcecms/instance/robots/`, '"Robots"'],
  'resources.rows': [`GET /resourcecms/instance/robots/?include=rows`, '"Robbie"'],
  'objects.objects': [`GET /objects/objects/${made(28)}`, '"Blueprint"'],
  'entitlements.products': ['GET /entitlements/products', '"cwa_robot"'],
  'entitlements.entitlements': [`GET /entitlements/users/${eve}/entitlements`, made(14)],
  'entitlements.disabled_products': [`GET /entitlements/accounts/${ours}/disable/products`, made(14)],
  'entitlements.disabled_product_types': [`GET /entitlements/accounts/${acme}/disable/product_types`, 'cwa_meeting'],
  'pubsub.subscriptions': [`GET /pubsub/subscriptions/${made(15)}`, '"robots":["started"]'],
  'pubsub.custom_applications': ['GET /pubsub/applications', made(16)],
  'pubsub.custom_subscriptions': ['GET /pubsub/customevents', '/custom"'],
  'scheduler.events': [`GET /scheduler/events/${made(17)}/next`, '"2031-01-06T09:00:00.000Z"'],
  'scheduler.firings': ['GET /scheduler/events/history', made(17)],
  'workflows.templates': [`GET /workflow/workflows/${made(18)}`, '"Assemble"'],
  'workflows.groups': [`GET /workflow/groups/${made(19)}`, '"active"'],
  'workflows.instances': [`GET /workflow/history/${made(20)}/filter`, '"complete"'],
  'lambdas.lambdas': ['GET /lambda/actions', '"beep"'],
  'activity.activities': [`GET /activity/activity?account_uuid=${acme}`, '"call"'],
  'activity.types': ['GET /activity/register?activity_type=beep', '"beep"'],
  'activity.subtypes': ['GET /activity/register/subtype?activity_type=beep', '"loud"'],
  'activity.reports': [`GET /activity/report?report_uuid=${made(22)}&template_uuid=${made(21)}`, '"total":1'],
  'usage.templates': [`GET /usage/reports/templates/${made(23)}`, '"Beeps"'],
  'usage.reports': [`GET /usage/reports/${made(24)}`, '"SUCCEEDED"'],
  'activity.templates': ['GET /activity/report/template', '"Beeps"'],
  'providers.providers': ['GET /providers/providers', '"Box"'],
  'providers.connections': [`GET /providers/users/${eve}/profiles`, '"eve"'],
}

const call = '/api:1/solution/robots/serviceconfig'

/** The same of Murano, asked by somebody who was loaded. */
const servedByMurano: typeof served = {
  'murano.persons': ['GET /api:1/user/robin@acme.example/membership', '"Acme"'],
  'murano.businesses': ['GET /api:1/business/acmebusiness', '"tier":"free"'],
  'murano.memberships': ['GET /api:1/user/robin@acme.example/membership', '"owner"'],
  'murano.exchange_elements': ['GET /api:1/exchange/acmebusiness/element/beeper', '"Beeper"'],
  'murano.purchases': ['GET /api:1/exchange/acmebusiness/purchase', '"beeper"'],
  'murano.solutions': ['GET /api:1/solution/robots', '"domain":"localhost/apps/robots"'],
  'murano.service_configs': ['GET /api:1/solution/robots/serviceconfig/keys', '"name":"Keystore"'],
  'murano.solution_settings': ['GET /api:1/solution/robots/env', '"happy"'],
  'murano.logs': ['GET /api:1/solution/robots/logs', '"Beep"'],
  'murano.call_counts': [`GET ${call}/keys/info`, '"total":7'],
  'murano.modules': ['GET /api:1/solution/robots/module/beeps', '"return 7"'],
  'murano.event_handlers': ['GET /api:1/solution/robots/eventhandler/timer_timer', '"robots_timer_timer"'],
  'murano.endpoints': ['GET /apps/robots/beep', 'Beep'],
  'murano.files': ['GET /apps/robots/index.html', 'Beep'],
  'murano.gateways': ['GET /api:1/service/robot/device2', '"speed":{"format":"number","settable":false}'],
  'murano.devices': ['GET /api:1/service/robot/device2/identity/robbie', '"provisioned"'],
  'murano.contents': ['GET /api:1/service/robot/content/item/firmware.bin', '"length":4'],
  'murano.end_users': ['GET /api:1/solution/robots/user/7', '"pat@acme.example"'],
  'murano.roles': ['GET /api:1/solution/robots/role/pilot', '"pilot"'],
  'murano.permissions': [`GET ${call}/user/call/listPerms`, '"beep"'],
  'murano.assignments': [`GET ${call}/user/call/listUserRoles?id=7`, '"pilot"'],
  'murano.keystore': [`GET ${call}/keystore/call/get?key=mood`, '"happy"'],
  'murano.points': [`GET ${call}/timeseries/call/query?q=SELECT%20value%20FROM%20speed`, ',7]'],
  'murano.tsdb': [`GET ${call}/tsdb/call/listMetrics`, '"speed"'],
  'murano.twilio_calls': [`GET ${call}/twilio/call/getCall?CallSid=CAacme`, '"+19415550123"'],
  'murano.twilio_messages': [`GET ${call}/twilio/call/getMessage?MessageSid=SMacme`, '"+19415550123"'],
}

/** Those that no request lists. */
const unlisted = [
  ...[
    'identities.passwords',
    'messaging.opt_outs',
    'resources.templates',
    'pubsub.deliveries',
    'usage.events',
    'outbox.messages',
    'murano.passwords',
    'murano.timers',
  ],
]

describe('the records of all areas', () => {
  test('are in the file of this test, each collection', async () => {
    const file = (await parseYaml(everything, 'file')) as Record<string, JsonObject>
    const loaded = Object.entries(file).flatMap(([area, inner]) => Object.keys(inner).map((name) => `${area}.${name}`))
    expect(loaded.sort()).toEqual(pathsOfCollections().sort())
    expect([...Object.keys(served), ...Object.keys(servedByMurano), ...unlisted].sort()).toEqual(loaded)
  })

  test('are loaded with no more than they need, and served from then on', async () => {
    const sandbox = freshSandbox(200)
    await load(sandbox, everything)
    // Reports take a while.
    sandbox.clock.advance(3000)
    expect(await notServed(served, await signedIn(sandbox))).toEqual([])
    const robin = {email: 'robin@acme.example', password: 'open sesame', name: ''}
    const send = await muranoClient(sandbox, robin)
    expect(await notServed(servedByMurano, send)).toEqual([])
  })

  test('are at work where no request lists them', async () => {
    const sandbox = freshSandbox(200)
    const {store} = sandbox
    await load(sandbox, everything)
    const send = await signedIn(sandbox)
    const message = {to: '+19415550123', from: '+19412340003', content: [{body: 'Hello'}]}
    expect((await send('POST /sms/messages/send', message)).json()).toMatchObject({status: 'blocked'})
    const resource = {name: 'More', account_uuid: acme, type: 'robots', template_uuid: made(13)}
    expect((await send('POST /resourcecms/instance', resource)).status).toBe(201)
    expect(store.collection(passwords).get(eve)?.hash).toBe('no hash')
    expect(store.collection(usageEvents).first({event_type: 'beep'})).toMatchObject({account_uuid: acme, metadata: {}})
    expect(store.collection(muranoPasswords).get('sky@acme.example')?.hash).toBe('no hash')
    expect(store.collection(outbox).get(made(27))).toMatchObject({content: [], sent_by: null})
    expect(store.collection(deliveries).first({subscription_uuid: made(15)})).toMatchObject({
      ...{attempts: [], due_at: null, body: {}},
    })
  })

  test('come back from a dump: after a reset all is as it was, to the letter', async () => {
    const sandbox = freshSandbox(200)
    await load(sandbox, everything)
    const waiting = sandbox.agenda.state()
    const before = dumpText(sandbox.store)
    sandbox.reset()
    expect(dumpText(sandbox.store)).not.toBe(before)
    await load(sandbox, before)
    expect(dumpText(sandbox.store)).toBe(before)
    expect(sandbox.agenda.state()).toEqual(waiting)
  })
})

test('of Murano go on: timers fire, numbers of users are counted, users sign in', async () => {
  const sandbox = freshSandbox(10)
  await load(sandbox, everything)
  const send = await muranoClient(sandbox, {email: 'robin@acme.example', password: 'open sesame', name: ''})
  const pat = {email: 'pat@acme.example', password: 'open sesame'}
  expect((await send(`POST ${call}/user/call/getUserToken`, pat)).status).toBe(200)
  await send('POST /api:1/solution/robots/user', {name: 'Lee', email: 'lee@acme.example', password: 'x'})
  expect((await send('GET /api:1/solution/robots/user/9')).json()).toMatchObject({email: 'lee@acme.example'})
  sandbox.clock.advance(1_924_992_000_000 - sandbox.clock.now())
  await sandbox.catchUp()
  expect(sandbox.store.collection(logLines).find({where: {solution_id: 'robots'}})).toContainEqual(
    expect.objectContaining({message: 'Event timer_timer'}),
  )
  expect(sandbox.store.collection(timers).count()).toBe(0)
})

describe('secrets', () => {
  test('of devices and callbacks are in no dump; where they are, they stay', async () => {
    const sandbox = freshSandbox(10)
    const {store} = sandbox
    await load(sandbox, everything)
    const text = dumpText(store)
    const [robbie] = store.collection(devices).find({where: {product_id: 'robot'}})
    const [kim] = store.collection(endUsers).find({where: {email: 'kim@acme.example'}})
    expect(text).not.toMatch(/hush|sandbox-push-token|push_token|cik:/)
    expect(text).not.toContain(kim?.code)
    await load(sandbox, text)
    expect(store.collection(devices).get('robot:robbie')).toEqual(robbie)
    expect(store.collection(endUsers).get('robots:8')).toEqual(kim)
    expect(store.collection(serviceConfigs).first({'parameters.AuthToken': 'hush'})?.service).toBe('twilio')
    expect(store.collection(subscriptions).get(made(15))?.callback.headers).toEqual([{authorization: 'hush'}])
    expect(
      store
        .collection(pushRegistrations)
        .find()
        .map(({push_token}) => push_token),
    ).toContain('sandbox-push-token-1')
  })
})

/** Collections that no file has, and why. */
const notLoadable: Readonly<Record<string, string>> = {
  access_tokens: 'a secret, good for this sandbox only',
  refresh_tokens: 'a secret, good for this sandbox only',
  password_tokens: 'a secret that is good for an hour',
  mfa_setups: 'holds a code that is good for ten minutes',
  pending_resources: 'what a 202 was answered for, until somebody asks for it',
  murano_tokens: 'a secret, good for this sandbox only',
  murano_user_tokens: 'a secret, good for this sandbox only',
  murano_keys: 'a secret that is good for a quarter of an hour',
  murano_upload_tickets: 'the permission to upload something, good for a moment',
  murano_pending_events: 'what handlers are told before the next request is answered',
  murano_pending_requests: 'a request that a script is answering',
  failed_deeds: 'a report about this sandbox, not a record of the platform',
  added_numbers: 'is dumped and loaded with numbers',
}

test('every collection of the sandbox is loadable, or said not to be', () => {
  const folder = join(root, 'src/sandbox')
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.ts'))
  const sources = files.map((file) => readFileSync(join(folder, file), 'utf8'))
  const declared = sources.flatMap((text) => [...text.matchAll(/: CollectionSpec<.*> = \{\s*name: '(\w+)'/g)])
  const all = sources.flatMap((text) => [...text.matchAll(/const \w+: CollectionSpec</g)])
  expect(declared).toHaveLength(all.length)
  const loadable = Object.values(loadableAreas).flatMap((inner) => Object.values(inner).map(({name}) => name))
  const known = [...loadable.filter((name) => name !== 'numbers'), ...Object.keys(notLoadable)]
  expect(declared.map(([, name]) => name).sort()).toEqual(known.sort())
})

type Send = (request: string) => Promise<Pick<Reply, 'status' | 'text'>>

/** Requests that are not answered with what was loaded. */
async function notServed(requests: typeof served, send: Send): Promise<object[]> {
  const wrong: object[] = []
  for (const [collection, [request, contained]] of Object.entries(requests)) {
    const {status, text} = await send(request)
    if (status !== 200 || !text.includes(contained)) wrong.push({collection, request, status, text})
  }
  return wrong
}

function pathsOfCollections(): string[] {
  return Object.entries(loadableAreas).flatMap(([area, inner]) => Object.keys(inner).map((name) => `${area}.${name}`))
}
