import {wholeBody} from '../../lib/body-parameter.ts'
import {type Identity, identityDetails} from '../../lib/identities/identity.ts'
import {newIdentityFields} from '../../lib/identities/identity-fields.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {account} from '../../lib/parameters.ts'

export default operation({
  operation: 'Identity.createIdentity',
  summary: 'Create an identity (a user) in an account',
  request: 'POST /identity/accounts/{account_uuid}/identities',
  parameters: {
    account_uuid: account(),
    body: wholeBody('the identity', {fields: newIdentityFields, required: ['username', 'first_name', 'last_name']}),
  },
  effect: {changes: 'create an identity in'},
  reply: object<Identity>({columns: identityDetails, id: 'uuid', pending: true}),
  examples: [
    [
      'A user who signs in with an e-mail address',
      '-F type=user -F first_name=Eve -F last_name=Lund -F username=eve@sunrise.example -F email=eve@sunrise.example',
    ],
  ],
})
