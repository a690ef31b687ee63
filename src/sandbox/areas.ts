import {all, type Area, recordsWith} from './area.ts'
import {destinationRecords} from './areas/destinations.ts'
import {extensionRecords} from './areas/voice.ts'
import {removeApplicationsOf} from './auth/applications.ts'
import {removeRolesOf} from './auth/roles.ts'
import {removeChannelsOf} from './chat/channels.ts'
import {contacts} from './contacts.ts'
import {entitlements} from './entitlements/entitlements.ts'
import {productBans, productTypeBans} from './entitlements/products.ts'
import {removeForms} from './forms/forms.ts'
import {removeFilesOf} from './media/files.ts'
import {removeConversationsOf} from './messaging/conversations.ts'
import {mfaPolicies, mfaSetups, mfaSources} from './mfa.ts'
import {objects} from './objects/objects.ts'
import {policyChoices} from './password-policies.ts'
import {passwordTokens} from './password-tokens.ts'
import {providerConnections} from './providers/records.ts'
import {customApplications, customSubscriptions, subscriptions} from './pubsub/records.ts'
import {pushRegistrations} from './push-registrations.ts'
import {accounts, identities, passwords, relationships} from './records.ts'
import {removeResources} from './resources/resources.ts'
import {firings, scheduledEvents} from './scheduler/records.ts'
import {seedAccounts} from './seed/accounts.ts'
import {seedActivity} from './seed/activity.ts'
import {seedAuth} from './seed/auth.ts'
import {seedChat} from './seed/chat.ts'
import {seedContacts} from './seed/contacts.ts'
import {seedDestinations} from './seed/destinations.ts'
import {seedEntitlements} from './seed/entitlements.ts'
import {seedForms} from './seed/forms.ts'
import {seedLambdas} from './seed/lambdas.ts'
import {seedMedia} from './seed/media.ts'
import {seedMessaging} from './seed/messaging.ts'
import {seedMobile} from './seed/mobile.ts'
import {seedMurano} from './seed/murano.ts'
import {seedNumbers} from './seed/numbers.ts'
import {seedOauth} from './seed/oauth.ts'
import {seedObjects} from './seed/objects.ts'
import {seedPasswordPolicies} from './seed/password-policies.ts'
import {seedProperties} from './seed/properties.ts'
import {seedProviders} from './seed/providers.ts'
import {seedProvisioning} from './seed/provisioning.ts'
import {seedPubsub} from './seed/pubsub.ts'
import {seedResources} from './seed/resources.ts'
import {seedScheduler} from './seed/scheduler.ts'
import {seedShortUrls} from './seed/short-urls.ts'
import {seedTenDlc} from './seed/ten-dlc.ts'
import {seedUsage} from './seed/usage.ts'
import {seedVoice} from './seed/voice.ts'
import {seedWorkflows} from './seed/workflows.ts'
import {shortUrls} from './short-urls.ts'
import {brands} from './ten-dlc/brands.ts'
import {campaigns} from './ten-dlc/campaigns.ts'
import {leaveAllGroups, removeGroups} from './user-groups.ts'
import {properties} from './user-properties.ts'
import {groups, instances, templates} from './workflows/records.ts'

/** Everything that the sandbox has of the platform, in the order in which it is seeded. */
export const areas = {
  accounts: {
    seed: seedAccounts,
    removeAccount: all(
      recordsWith('source_uuid', relationships),
      recordsWith('target_uuid', relationships),
      recordsWith('uuid', accounts),
    ),
  },
  numbers: {
    seed(store, numbers) {
      seedNumbers(store.db, numbers)
      seedProvisioning(store)
    },
  },
  '10dlc': {seed: seedTenDlc, removeAccount: recordsWith('account_uuid', campaigns, brands)},
  oauth: {seed: seedOauth, removeAccount: removeApplicationsOf},
  identities: {
    seed: seedPasswordPolicies,
    removeUser: all(
      recordsWith('uuid', identities),
      recordsWith('user_uuid', passwords, passwordTokens, mfaSources, mfaSetups),
    ),
    removeAccount: recordsWith('account_uuid', policyChoices, mfaPolicies),
  },
  groups: {removeUser: leaveAllGroups, removeAccount: removeGroups},
  destinations: {seed: seedDestinations, removeAccount: recordsWith('account_uuid', destinationRecords)},
  voice: {seed: seedVoice, removeAccount: recordsWith('account_uuid', extensionRecords)},
  messaging: {seed: seedMessaging, removeUser: removeConversationsOf},
  mobile: {seed: seedMobile, removeUser: recordsWith('user_uuid', pushRegistrations)},
  short_urls: {seed: seedShortUrls, removeUser: recordsWith('user_uuid', shortUrls)},
  contacts: {seed: seedContacts, removeUser: recordsWith('user_uuid', contacts)},
  chat: {seed: seedChat, removeAccount: removeChannelsOf},
  entitlements: {
    seed: seedEntitlements,
    removeUser: recordsWith('user_uuid', entitlements),
    removeAccount: recordsWith('account_uuid', productBans, productTypeBans),
  },
  profiles: {seed: seedProperties, removeUser: recordsWith('context_uuid', properties)},
  forms: {seed: seedForms, removeAccount: removeForms},
  resources: {seed: seedResources, removeAccount: removeResources},
  objects: {
    seed: seedObjects,
    removeUser: recordsWith('user_uuid', objects),
    removeAccount: recordsWith('account_uuid', objects),
  },
  auth: {seed: seedAuth, removeAccount: removeRolesOf},
  lambdas: {seed: seedLambdas},
  pubsub: {
    seed: seedPubsub,
    removeUser: recordsWith('user_uuid', subscriptions),
    removeAccount: recordsWith('account_uuid', subscriptions, customSubscriptions, customApplications),
  },
  workflows: {seed: seedWorkflows, removeAccount: recordsWith('account_uuid', templates, instances, groups)},
  scheduler: {
    seed: seedScheduler,
    removeUser: recordsWith('user_uuid', scheduledEvents),
    removeAccount: recordsWith('account_uuid', firings),
  },
  media: {seed: seedMedia, removeUser: removeFilesOf},
  activity: {seed: seedActivity},
  usage: {seed: seedUsage},
  providers: {seed: seedProviders, removeUser: recordsWith('user_uuid', providerConnections)},
  murano: {seed: seedMurano},
  outbox: {},
} as const satisfies Readonly<Record<string, Area>>

export type AreaName = keyof typeof areas

/** The same without their names. */
export const allAreas: readonly Area[] = Object.values(areas)
