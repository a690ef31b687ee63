import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {user} from '../../lib/parameters.ts'
import {type Provider, providerColumns} from '../../lib/providers/provider.ts'

export default operation({
  operation: 'Providers.listUsersProviders',
  summary: 'List the providers that a user has linked an account with',
  request: {line: 'GET /providers/users/{user_uuid}/providers', fixedQuery: {'policy.type': 'oauth'}},
  parameters: {
    user_uuid: user(),
  },
  reply: list<Provider>({columns: providerColumns, id: 'uuid', noun: 'providers'}),
  examples: [
    ['Yours', ''],
    ['Somebody else’s', '--user cdb115b0-99b0-5c62-8bcc-f93edb821bb6'],
  ],
})
