import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {secret} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Oauth.validateToken',
  summary: 'Tell whether an access token is valid',
  request: {line: 'POST /oauth/validate/access', host: 'auth'},
  parameters: {
    access_token: secret('--access-token', 'token to check', {required: true}),
  },
  reply: empty('The access token is valid.'),
  examples: [['The request that it makes', '--access-token TOKEN --dry-run']],
})
