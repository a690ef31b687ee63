import {type Identity} from '../lib/identities/identity.ts'
import {operation} from '../lib/operation.ts'
import {object} from '../lib/operation/declaration.ts'

/** The user of a token: the identity, of which services that say little give these two. */
export type Me = Partial<Identity> & {user_uuid: string; email: string}

export default operation({
  operation: 'Identity.getMyIdentityData',
  summary: 'Show who you are logged in as',
  description: 'Asks the service, and so tells whether the stored session still holds.',
  request: 'GET /identity/users/me',
  parameters: {},
  reply: object<Me>({
    columns: ['user_uuid', 'email', 'first_name', 'last_name', 'account_uuid', 'status'],
    id: 'user_uuid',
  }),
  examples: [
    ['Name and account', ''],
    ['The uuid alone', '-o id'],
  ],
})
