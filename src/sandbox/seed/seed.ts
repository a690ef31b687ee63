import {namedUuid} from '../named-uuid.ts'
import {oauthClients, oauthScopes, passwordPolicies} from '../records.ts'
import {seededAccess} from '../seeded-access.ts'
import {type Store} from '../store.ts'
import {seedAccounts} from './accounts.ts'
import {seedChat} from './chat.ts'
import {seedContacts} from './contacts.ts'
import {seedDestinations} from './destinations.ts'
import {seedMessaging} from './messaging.ts'
import {seedMobile} from './mobile.ts'
import {seedAuth} from './auth.ts'
import {seedEntitlements} from './entitlements.ts'
import {seedForms} from './forms.ts'
import {seedLambdas} from './lambdas.ts'
import {seedMurano} from './murano.ts'
import {seedNumbers} from './numbers.ts'
import {seedObjects} from './objects.ts'
import {seedProperties} from './properties.ts'
import {seedActivity} from './activity.ts'
import {seedMedia} from './media.ts'
import {seedProviders} from './providers.ts'
import {seedProvisioning} from './provisioning.ts'
import {seedPubsub} from './pubsub.ts'
import {seedResources} from './resources.ts'
import {seedScheduler} from './scheduler.ts'
import {seedTenDlc} from './ten-dlc.ts'
import {seedWorkflows} from './workflows.ts'
import {seedShortUrls} from './short-urls.ts'
import {seedVoice} from './voice.ts'
import {seedUsage} from './usage.ts'

export const defaultNumbers = 5000

const scopes = {
  default: 'Everything that the user may do',
  'account:read': 'Read accounts and identities',
  'sms:send': 'Send messages',
  'numbers:manage': 'Provision and release numbers',
}

/** Puts a fresh sandbox's records into an empty store: the same on each machine. */
export function seed(store: Store, numbers: number): void {
  seedAccounts(store)
  seedNumbers(store.db, numbers)
  seedProvisioning(store)
  seedTenDlc(store)
  seedOauth(store)
  seedPasswordPolicies(store)
  seedDestinations(store)
  seedVoice(store)
  seedMessaging(store)
  seedMobile(store)
  seedShortUrls(store)
  seedContacts(store)
  seedChat(store)
  seedEntitlements(store)
  seedProperties(store)
  seedForms(store)
  seedResources(store)
  seedObjects(store)
  seedAuth(store)
  seedLambdas(store)
  seedPubsub(store)
  seedWorkflows(store)
  seedScheduler(store)
  seedMedia(store)
  seedActivity(store)
  seedUsage(store)
  seedProviders(store)
  seedMurano(store)
}

function seedOauth(store: Store): void {
  for (const [name, description] of Object.entries(scopes)) store.collection(oauthScopes).put({name, description})
  store.collection(oauthClients).put({
    uuid: namedUuid('oauth client'),
    name: 'Sandbox client',
    description: 'The client that the command line signs in through',
    public_id: seededAccess.publicId,
    secret: seededAccess.secret,
    application_type: 'connect',
    grant_types: ['password', 'refresh_token', 'client_credentials'],
    app_user: seededAccess.userUuid,
    account_uuid: seededAccess.accountUuid,
    scope: Object.keys(scopes),
  })
}

function seedPasswordPolicies(store: Store): void {
  const policies = {
    standard: [{type: 'min_length', value: 8}],
    strict: [
      {type: 'min_length', value: 12},
      {type: 'min_digits', value: 1},
      {type: 'min_symbols', value: 1},
    ],
  }
  for (const [name, rules] of Object.entries(policies)) {
    store.collection(passwordPolicies).put({uuid: namedUuid(`password policy ${name}`), name, rules})
  }
}
