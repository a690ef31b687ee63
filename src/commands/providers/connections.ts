import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {text, user, uuid} from '../../lib/parameters.ts'
import {connectionColumns, type ProviderConnection} from '../../lib/providers/provider.ts'

export default operation({
  operation: 'Providers.listUserProviderConnections',
  summary: 'List the connections of a user with providers',
  request: 'GET /providers/users/{user_uuid}/connections',
  parameters: {
    user_uuid: user(),
    policy_uuid: uuid('--policy', 'connections by this policy'),
    provider_uuid: uuid('--provider', 'connections with this provider'),
    user_name: text('--user-name', 'connections with the account of this name'),
  },
  reply: list<ProviderConnection>({columns: connectionColumns, id: 'uuid', noun: 'connections'}),
  examples: [
    ['Yours', ''],
    ['Yours with one provider', '--provider d78c0292-f575-5f9e-af25-7b0015960096'],
  ],
})
