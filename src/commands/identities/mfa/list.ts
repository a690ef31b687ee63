import {type MfaSource, mfaSourceColumns} from '../../../lib/identities/mfa.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {text, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.getIdentityMFA',
  summary: 'List where a user gets MFA codes',
  request: 'GET /identity/identities/{user_uuid}/mfa',
  parameters: {
    user_uuid: uuid('USER', 'user to look at'),
    include: text('--include', 'what else to put into the reply, where the platform offers something'),
  },
  reply: list<MfaSource>({columns: mfaSourceColumns, id: 'source', noun: 'MFA sources'}),
  examples: [['The sources of a user', 'eb296a99-5e24-5d6d-bcfc-af60222222f4']],
})
