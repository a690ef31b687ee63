import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Oauth.assignPolicyToClientApp',
  summary: 'Give an OAuth client a policy',
  request: 'POST /oauth/clients/{client_uuid}/policy',
  parameters: {
    client_uuid: uuid('CLIENT', 'client to restrict'),
    uuid: uuid('--policy', 'policy that says what it may do', {required: true}),
  },
  effect: {changes: 'set the policy of the client', idempotent: true},
  reply: empty('The client has the policy.'),
  examples: [
    [
      'The client of a fresh sandbox',
      '60ab7da4-6a88-59d5-ba62-2a5ccf27cae7 --policy 01e77463-bf4e-453d-8a89-c145f83d3f54',
    ],
  ],
})
