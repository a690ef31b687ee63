import {namedUuid} from '../named-uuid.ts'
import {type ConnectionRecord, providerConnections, type ProviderRecord, providers} from '../providers/records.ts'
import {seededAccess, seededProviders, seededReader} from '../seeded-access.ts'
import {type Store} from '../store.ts'

const {google, googlePolicy, microsoft, microsoftPolicy, connection} = seededProviders

const catalogue: readonly ProviderRecord[] = [
  {
    uuid: google,
    name: 'Google',
    description: 'Google accounts',
    type: 'identity',
    policies: [{uuid: googlePolicy, name: 'Calendar', type: 'oauth', scope: ['calendar.readonly']}],
  },
  {
    uuid: microsoft,
    name: 'Microsoft',
    description: 'Microsoft 365 accounts',
    type: 'identity',
    policies: [{uuid: microsoftPolicy, name: 'Contacts', type: 'oauth', scope: ['Contacts.Read']}],
  },
  {
    uuid: namedUuid('provider directory'),
    name: 'Company directory',
    description: 'Single sign-on of the company',
    type: 'identity',
    policies: [{uuid: namedUuid('policy directory'), name: 'Sign-on', type: 'saml', scope: []}],
  },
]

const linked: readonly ConnectionRecord[] = [
  {
    uuid: connection,
    provider_uuid: google,
    policy_uuid: googlePolicy,
    user_name: 'ada.rivera@gmail.example',
    user_uuid: seededAccess.userUuid,
    display_name: 'Ada Rivera',
    email: 'ada.rivera@gmail.example',
  },
  {
    uuid: namedUuid('connection of the reader'),
    provider_uuid: microsoft,
    policy_uuid: microsoftPolicy,
    user_name: 'ben.okafor@outlook.example',
    user_uuid: seededReader.userUuid,
    display_name: 'Ben Okafor',
    email: 'ben.okafor@outlook.example',
  },
]

/** What providers there are, and which accounts users have linked. */
export function seedProviders(store: Store): void {
  for (const provider of catalogue) store.collection(providers).put(provider)
  for (const one of linked) store.collection(providerConnections).put(one)
}
