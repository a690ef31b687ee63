import {type AccountRelationship, accountTypes, relationshipColumns} from '../../../lib/accounts/account.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {choice, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Accounts.listAccountRelationships',
  summary: 'List the parent and the children of an account',
  description: 'In each row the source is the child and the target its parent.',
  request: {line: 'GET /accounts/accounts/{account_uuid}/relationships', fixedQuery: {expand: 'accounts'}},
  parameters: {
    account_uuid: uuid('ACCOUNT', 'account to look at; the profile’s if left out', {fallback: 'account'}),
    account_type: choice('--account-type', 'only relationships with accounts of this type', accountTypes),
  },
  reply: list<AccountRelationship>({columns: relationshipColumns, id: 'uuid', noun: 'relationships'}),
  examples: [
    ['Those of your account', ''],
    ['The parent of a location', '3e14fcef-ef5b-5d57-924f-338d593acfee --columns target.uuid,target.name'],
  ],
})
