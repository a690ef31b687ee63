import {mfaSource, mfaTypes} from '../../../lib/identities/mfa.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {choice, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.initiateIdentityMFASetup',
  summary: 'Start to add a source of MFA codes',
  description: 'Sends a code to the source and prints a token. Finish with both: commsctl identities mfa confirm',
  request: 'POST /identity/identities/{user_uuid}/mfa/setup/init',
  parameters: {
    user_uuid: uuid('USER', 'user who gets the source'),
    type: choice('--type', 'kind of the source', mfaTypes, {required: true}),
    source: mfaSource('where codes are sent to'),
  },
  effect: {changes: 'start to add an MFA source to'},
  reply: object<{token: string}>({columns: ['token'], id: 'token'}),
  examples: [
    ['Codes by SMS', 'cdb115b0-99b0-5c62-8bcc-f93edb821bb6 --type SMS --source +19415550123'],
    ['Codes by e-mail', 'cdb115b0-99b0-5c62-8bcc-f93edb821bb6 --type EMAIL --source ben@sunrise.example'],
  ],
})
