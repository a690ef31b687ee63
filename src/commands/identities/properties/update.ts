import {wholeBody} from '../../../lib/body-parameter.ts'
import {type Identity} from '../../../lib/identities/identity.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {getIdentity} from '../get.ts'

export default operation({
  operation: 'Identity.modifyIdentityProps',
  summary: 'Change the free properties of an identity',
  request: 'POST /identity/identities/{user_uuid}/properties/modify',
  parameters: {
    user_uuid: uuid('USER', 'user whose properties to change'),
    body: wholeBody('properties and their values'),
  },
  effect: {changes: 'change the properties of the identity', idempotent: true},
  current: async (caller, {user_uuid}) =>
    (await caller.call(getIdentity, {user_uuid, include: 'properties'})).properties ?? {},
  reply: object<Identity>({columns: ['uuid', 'username', 'properties'], id: 'uuid'}),
  examples: [['Two properties', 'cdb115b0-99b0-5c62-8bcc-f93edb821bb6 -F desk=17 -F team=front']],
})
