import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {secret} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Oauth.invalidateToken',
  summary: 'Revoke an access token',
  description: 'Whoever uses the token has to sign in again. To end your own session, use commsctl logout.',
  request: {line: 'POST /oauth/invalidate/access', host: 'auth'},
  parameters: {
    access_token: secret('--access-token', 'token to revoke', {required: true}),
  },
  effect: {changes: 'revoke the access token', destructive: true},
  reply: empty('The access token is revoked.'),
  examples: [['The request that it makes', '--access-token TOKEN --dry-run']],
})
