import {accountCollections} from '../areas/account-collections.ts'
import {activityCollections} from '../areas/activity-collections.ts'
import {groupCollections, identityCollections} from '../areas/identity-collections.ts'
import {mediaCollections} from '../areas/media-collections.ts'
import {messagingCollections} from '../areas/messaging-collections.ts'
import {oauthCollections} from '../areas/oauth-collections.ts'
import {providerCollections} from '../areas/provider-collections.ts'
import {tenDlcCollections} from '../areas/ten-dlc-collections.ts'
import {usageCollections} from '../areas/usage-collections.ts'
import {type Loadable} from './loadable.ts'
import {numbers} from './numbers.ts'

/** What `sandbox load` takes and `sandbox dump` writes: by area, and by collection. */
export const loadableAreas: Readonly<Record<string, Readonly<Record<string, Loadable>>>> = {
  accounts: accountCollections,
  identities: identityCollections,
  groups: groupCollections,
  oauth: oauthCollections,
  numbers: {numbers},
  '10dlc': tenDlcCollections,
  messaging: messagingCollections,
  media: mediaCollections,
  activity: activityCollections,
  usage: usageCollections,
  providers: providerCollections,
}
