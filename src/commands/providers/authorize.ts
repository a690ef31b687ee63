import {operation} from '../../lib/operation.ts'
import {plainText} from '../../lib/operation/declaration.ts'
import {text, url, user, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Providers.authorizeProvider',
  summary: 'Start to link an account with a provider, and print where that leads',
  description:
    'Follows redirects and prints the last page as it is. On the platform that is where a user signs in with the ' +
    'provider; the sandbox takes that for granted, and says what it did.',
  request: {line: 'GET /providers/providers/{provider_uuid}/oauth/authorize', auth: 'none'},
  parameters: {
    provider_uuid: uuid('PROVIDER', 'provider to link an account with'),
    client_id: text('--client-id', 'OAuth client that is to use the account', {required: true}),
    redirect_url: url('--redirect-url', 'where the user is sent in the end', {required: true}),
    user_uuid: user(),
  },
  effect: {changes: 'start the authorization of', idempotent: true},
  reply: plainText({pages: true}),
  examples: [
    [
      'An account with Microsoft',
      'b979894d-ed51-5393-a170-fffdaf6441f7 --client-id sandbox-client --redirect-url https://app.example.com/back',
    ],
  ],
})
