import {type AccessToken} from '../../../lib/oauth/token.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Oauth.listClientTokens',
  summary: 'List the access tokens in use',
  description: 'The table leaves the tokens themselves out; -o id prints nothing but them.',
  request: 'GET /oauth/oauth/tokens',
  parameters: {
    filter: filters(['token_type', 'user_name', 'client_id']),
  },
  reply: list<AccessToken>({
    columns: ['token_type', 'user_name', 'client_id', 'scope'],
    id: 'access_token',
    noun: 'tokens',
  }),
  examples: [
    ['Who is signed in', '--columns user_name'],
    ['Tokens of programs', '--filter token_type=client'],
  ],
})
