import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {texts, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Oauth.scopeClientApp',
  summary: 'Limit an OAuth client to some scopes',
  request: 'POST /oauth/clients/{client_uuid}/scopes',
  parameters: {
    client_uuid: uuid('CLIENT', 'client to limit'),
    scope: texts('--scope', 'scope that it keeps, one of oauth scopes (repeat for more)', {default: ['default']}),
  },
  effect: {changes: 'limit the scopes of the client', idempotent: true},
  reply: empty('The client has these scopes.'),
  examples: [
    ['Everything that its user may do', '60ab7da4-6a88-59d5-ba62-2a5ccf27cae7'],
    ['Two scopes', '60ab7da4-6a88-59d5-ba62-2a5ccf27cae7 --scope default --scope sms:send'],
  ],
})
