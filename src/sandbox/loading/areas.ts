import {accountCollections} from '../areas/account-collections.ts'
import {activityCollections} from '../areas/activity-collections.ts'
import {authCollections} from '../areas/auth-collections.ts'
import {chatCollections} from '../areas/chat-collections.ts'
import {contactCollections} from '../areas/contact-collections.ts'
import {destinationCollections} from '../areas/destination-collections.ts'
import {entitlementCollections} from '../areas/entitlement-collections.ts'
import {formCollections} from '../areas/form-collections.ts'
import {groupCollections, identityCollections} from '../areas/identity-collections.ts'
import {lambdaCollections} from '../areas/lambda-collections.ts'
import {mediaCollections} from '../areas/media-collections.ts'
import {messagingCollections} from '../areas/messaging-collections.ts'
import {mobileCollections} from '../areas/mobile-collections.ts'
import {oauthCollections} from '../areas/oauth-collections.ts'
import {objectCollections} from '../areas/object-collections.ts'
import {outboxCollections} from '../areas/outbox-collections.ts'
import {profileCollections} from '../areas/profile-collections.ts'
import {providerCollections} from '../areas/provider-collections.ts'
import {pubsubCollections} from '../areas/pubsub-collections.ts'
import {resourceCollections} from '../areas/resource-collections.ts'
import {schedulerCollections} from '../areas/scheduler-collections.ts'
import {shortUrlCollections} from '../areas/short-url-collections.ts'
import {tenDlcCollections} from '../areas/ten-dlc-collections.ts'
import {usageCollections} from '../areas/usage-collections.ts'
import {voiceCollections} from '../areas/voice-collections.ts'
import {workflowCollections} from '../areas/workflow-collections.ts'
import {type AreaName} from '../areas.ts'
import {type Loadable} from './loadable.ts'
import {numbers} from './numbers.ts'

/** What `sandbox load` takes and `sandbox dump` writes: by area, and by collection. */
export const loadableAreas: Readonly<Record<AreaName, Readonly<Record<string, Loadable>>>> = {
  accounts: accountCollections,
  identities: identityCollections,
  groups: groupCollections,
  auth: authCollections,
  oauth: oauthCollections,
  profiles: profileCollections,
  numbers: {numbers},
  '10dlc': tenDlcCollections,
  messaging: messagingCollections,
  chat: chatCollections,
  contacts: contactCollections,
  mobile: mobileCollections,
  voice: voiceCollections,
  destinations: destinationCollections,
  short_urls: shortUrlCollections,
  media: mediaCollections,
  forms: formCollections,
  resources: resourceCollections,
  objects: objectCollections,
  entitlements: entitlementCollections,
  pubsub: pubsubCollections,
  scheduler: schedulerCollections,
  workflows: workflowCollections,
  lambdas: lambdaCollections,
  activity: activityCollections,
  usage: usageCollections,
  providers: providerCollections,
  murano: {},
  outbox: outboxCollections,
}
