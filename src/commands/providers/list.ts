import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {type Provider, providerColumns} from '../../lib/providers/provider.ts'

export default operation({
  operation: 'Providers.listAvailableProviders',
  summary: 'List the identity providers that users can link an account with',
  request: {line: 'GET /providers/providers', fixedQuery: {type: 'identity', 'policy.type': 'oauth'}},
  parameters: {},
  reply: list<Provider>({columns: providerColumns, id: 'uuid', noun: 'providers'}),
  examples: [
    ['All of them', ''],
    ['Their policies, for providers token', "--jq '.[] | {name, policies: [.policies[].uuid]}'"],
  ],
})
