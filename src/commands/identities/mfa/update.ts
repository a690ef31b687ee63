import {type MfaSource, mfaSource, mfaSourceColumns, mfaTypes} from '../../../lib/identities/mfa.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {boolean, choice, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.updateIdentityMFA',
  summary: 'Turn a source of MFA codes on or off',
  request: 'PUT /identity/identities/{user_uuid}/mfa/{type}',
  parameters: {
    user_uuid: uuid('USER', 'user whose source it is'),
    type: choice('TYPE', 'kind of the source', mfaTypes),
    active: boolean('--active', 'turn it on; off if left out', {default: false}),
    source: mfaSource('the source'),
  },
  effect: {changes: 'change the MFA source of'},
  reply: object<MfaSource>({columns: mfaSourceColumns, id: 'source'}),
  examples: [
    [
      'The request that it makes',
      'eb296a99-5e24-5d6d-bcfc-af60222222f4 EMAIL --source admin@sunrise.example --active --dry-run',
    ],
  ],
})
