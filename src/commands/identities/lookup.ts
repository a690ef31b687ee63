import {type Identity, identityColumns, identityFilters} from '../../lib/identities/identity.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {filters} from '../../lib/parameters.ts'

export default operation({
  operation: 'Identity.lookupIdentity',
  summary: 'Find identities in all accounts that you may see',
  request: 'GET /identity/identities',
  parameters: {
    filter: filters(identityFilters),
  },
  reply: list<Identity>({columns: ['account_uuid', ...identityColumns], id: 'uuid', noun: 'identities'}),
  examples: [
    ['By user name', '--filter username=reader@sunrise.example'],
    ['The account of a user', '--filter username=reader@sunrise.example --columns account_uuid'],
  ],
})
