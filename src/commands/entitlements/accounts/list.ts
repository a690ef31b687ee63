import {type Entitlement, entitlementColumns, entitlementFilters} from '../../../lib/entitlements/entitlement.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {account, filters} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Entitlements.listAccountEntitlements',
  summary: 'List the entitlements of all users of an account',
  request: 'GET /entitlements/accounts/{account_uuid}/entitlements',
  parameters: {
    account_uuid: account(),
    filter: filters(entitlementFilters),
  },
  reply: list<Entitlement>({columns: entitlementColumns, id: 'uuid', noun: 'entitlements', limit: 100}),
  examples: [
    ['Those of your account', ''],
    ['Those of one user', '--filter user_uuid=cdb115b0-99b0-5c62-8bcc-f93edb821bb6'],
  ],
})
