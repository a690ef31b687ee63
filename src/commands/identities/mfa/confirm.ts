import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {secret, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.confirmIdentityMFASetup',
  summary: 'Finish adding a source of MFA codes',
  request: 'POST /identity/identities/{user_uuid}/mfa/setup/confirm',
  parameters: {
    user_uuid: uuid('USER', 'user who gets the source'),
    token: secret('--token', 'what identities mfa init printed', {required: true}),
    code: secret('--code', 'code that was sent to the source', {required: true}),
  },
  effect: {changes: 'add the MFA source to'},
  reply: object({columns: []}),
  examples: [
    ['The request that it makes', 'cdb115b0-99b0-5c62-8bcc-f93edb821bb6 --token TOKEN --code 123456 --dry-run'],
  ],
})
