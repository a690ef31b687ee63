import {randomBytes} from 'node:crypto'
import {addApplicationGroups} from '../auth/applications.ts'
import {applicationUserGroups} from '../auth/records.ts'
import {loadable} from '../loading/loadable.ts'
import {id, text, texts} from '../loading/schemas.ts'
import {accounts, oauthClients, oauthScopes} from '../records.ts'

/** What of the OAuth service can be loaded. The secret of a client is in no dump; a file may give one. */
export const oauthCollections = {
  clients: loadable(oauthClients, {
    fields: {
      ...{uuid: id, account_uuid: id, app_user: id, name: text, description: text, public_id: text, secret: text},
      ...{application_type: text, grant_types: texts, scope: texts, policy_uuid: id},
    },
    required: ['account_uuid', 'app_user', 'name'],
    defaults: () => ({
      description: '',
      public_id: randomBytes(12).toString('hex'),
      secret: randomBytes(24).toString('base64url'),
      application_type: 'connect',
      grant_types: ['client_credentials'],
      scope: ['default'],
    }),
    refers: {account_uuid: accounts},
    unique: ['public_id'],
    hidden: ['secret'],
    settle({store}, {uuid}) {
      const hasGroups = store.collection(applicationUserGroups).first({application_uuid: uuid}) !== undefined
      if (!hasGroups) addApplicationGroups(store, uuid)
    },
  }),
  scopes: loadable(oauthScopes, {
    fields: {name: text, description: text},
    required: ['name'],
    defaults: {description: ''},
  }),
}
