import {type TokenReply} from '../../../lib/client/credentials.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {secret} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Oauth.refreshAccessToken',
  summary: 'Print a new token pair for a refresh token',
  description:
    'Prints the tokens themselves, and stores nothing: a profile’s own tokens are renewed without it. The refresh token ' +
    'can be used once.',
  request: {
    line: 'POST /oauth/token',
    host: 'auth',
    auth: 'basic',
    body: 'form',
    fixedBody: {grant_type: 'refresh_token'},
  },
  parameters: {
    refresh_token: secret('--refresh-token', 'refresh token of the pair so far', {required: true}),
  },
  effect: {changes: 'use up the refresh token'},
  reply: object<TokenReply>({columns: ['access_token', 'refresh_token', 'token_type', 'expires_in']}),
  examples: [['The request that it makes', '--refresh-token TOKEN --dry-run']],
})
