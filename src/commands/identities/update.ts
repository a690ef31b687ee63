import {wholeBody} from '../../lib/body-parameter.ts'
import {type Identity, identityDetails} from '../../lib/identities/identity.ts'
import {identityFields} from '../../lib/identities/identity-fields.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import {getIdentity} from './get.ts'

export default operation({
  operation: 'Identity.modifyIdentity',
  summary: 'Change an identity',
  description:
    'Name only what is to change. Account, username, password and provider cannot be changed here; for passwords there ' +
    'is commsctl identities password.',
  request: 'POST /identity/identities/{user_uuid}/modify',
  parameters: {
    user_uuid: uuid('USER', 'user to change'),
    body: wholeBody('what to change', {fields: identityFields}),
  },
  effect: {changes: 'change the identity', idempotent: true},
  current: (caller, {user_uuid}) => caller.call(getIdentity, {user_uuid}),
  reply: object<Identity>({columns: identityDetails, id: 'uuid'}),
  examples: [['Another phone number', 'cdb115b0-99b0-5c62-8bcc-f93edb821bb6 -F phone=+19415550123']],
})
