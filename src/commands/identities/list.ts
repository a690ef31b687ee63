import {type Identity, identityColumns, identityFilters} from '../../lib/identities/identity.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {variants} from '../../lib/operation/variants.ts'
import {account, filters} from '../../lib/parameters.ts'

const reply = list<Identity>({columns: identityColumns, id: 'uuid', noun: 'identities'})

export const identitiesOfAccount = operation({
  operation: 'Identity.listIdentitiesByAccountOrFilter',
  summary: 'List the identities of an account',
  description: 'With several --filter, rows that match any of them are listed; with --v1, those that match all.',
  request: 'GET /identity/accounts/{account_uuid}/identities/v2',
  parameters: {
    account_uuid: account(),
    filter: filters(identityFilters),
  },
  reply,
  examples: [
    ['The identities of your account', ''],
    ['Two of them, by either name', '--filter first_name=Ada --filter last_name=Okafor'],
  ],
})

const matchingAll = operation({
  operation: 'Identity.listIdentitiesByAccount',
  summary: 'Use the first version of the call, where all filters must match',
  request: 'GET /identity/accounts/{account_uuid}/identities',
  parameters: {
    account_uuid: account(),
    filter: filters(identityFilters),
  },
  reply,
  examples: [['Active ones with that name', '--v1 --filter first_name=Ada --filter status=Active']],
})

export default variants(identitiesOfAccount, {'--v1': matchingAll})
