import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {user} from '../../lib/parameters.ts'
import {profileColumns, type ProviderProfile} from '../../lib/providers/provider.ts'

export default operation({
  operation: 'Providers.getProviderUserProfiles',
  summary: 'List the accounts with providers that a user has linked',
  request: 'GET /providers/users/{user_uuid}/profiles',
  parameters: {
    user_uuid: user(),
  },
  reply: list<ProviderProfile>({columns: profileColumns, noun: 'accounts'}),
  examples: [
    ['Yours', ''],
    ['Somebody else’s', '--user cdb115b0-99b0-5c62-8bcc-f93edb821bb6'],
  ],
})
