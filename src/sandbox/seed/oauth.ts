import {namedUuid} from '../named-uuid.ts'
import {oauthClients, oauthScopes} from '../records.ts'
import {seededAccess} from '../seeded-access.ts'
import {type Store} from '../store.ts'

const scopes = {
  default: 'Everything that the user may do',
  'account:read': 'Read accounts and identities',
  'sms:send': 'Send messages',
  'numbers:manage': 'Provision and release numbers',
}

/** The client that everybody signs in through, and what it may be allowed. */
export function seedOauth(store: Store): void {
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
