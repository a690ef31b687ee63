import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {variants} from '../../lib/operation/variants.ts'
import {text, url, uuid} from '../../lib/parameters.ts'

const reply = object<{access_token: string}>({columns: ['access_token'], id: 'access_token'})

const byPolicy = operation({
  operation: 'Providers.getProviderToken',
  summary: 'Print an access token for an account with a provider',
  description:
    'The token is for the account that --user or --provider-user has with the provider. With --connection, the argument is ' +
    'a connection, as providers connections lists them, and nothing else is needed. The token is a secret: what ' +
    '--debug shows has it masked.',
  request: {line: 'GET /providers/providers/{provider_uuid}/oauth/token', fixedQuery: {authorize: 'true'}},
  parameters: {
    provider_uuid: uuid('PROVIDER', 'provider, or with --connection a connection'),
    policy_uuid: uuid('--policy', 'policy that the token is for', {required: true}),
    redirect_url: url('--redirect-url', 'where the user is sent in the end'),
    user_uuid: uuid('--user', 'user whose account it is; your own if left out', {in: 'header x-login-hint'}),
    provider_user: text('--provider-user', 'what the account is called at the provider; goes before --user', {
      in: 'header x-login-hint',
    }),
  },
  reply,
  examples: [
    [
      'By provider and policy',
      'd78c0292-f575-5f9e-af25-7b0015960096 --policy 9b048181-ef64-52a1-b05b-72c9bfb65104 -o id',
    ],
  ],
})

const byConnection = operation({
  operation: 'Providers.getProviderTokenByConnection',
  summary: 'Take the argument as a connection',
  request: {line: 'GET /providers/users/connections/{connection_uuid}/oauth/token', fixedQuery: {authorize: 'true'}},
  parameters: {
    connection_uuid: uuid('CONNECTION', 'connection that the token is for'),
  },
  reply,
  examples: [['By connection', '774b5bfc-245e-5aa8-9ce4-740f907734ee --connection -o id']],
})

export default variants(byPolicy, {'--connection': byConnection})
