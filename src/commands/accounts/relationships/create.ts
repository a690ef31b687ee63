import {type AccountRelationship, relationshipColumns} from '../../../lib/accounts/account.ts'
import {relatedAccount} from '../../../lib/accounts/account-fields.ts'
import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {type Fields} from '../../../lib/schema.ts'

const fields: Fields = {
  type: {enum: ['parent']},
  source: {type: 'object', description: 'the child', properties: relatedAccount, required: ['uuid']},
  target: {type: 'object', description: 'its parent', properties: relatedAccount, required: ['uuid']},
}

export default operation({
  operation: 'Accounts.createRelationship',
  summary: 'Make one account the parent of another',
  description:
    'The type is parent; source is the child and target its parent, each with uuid, name and type. An account that ' +
    'has a parent already is refused.',
  request: 'POST /accounts/relationships',
  parameters: {
    body: wholeBody('the relationship', {fields, required: ['type', 'source', 'target']}),
  },
  effect: {changes: 'make a relationship between accounts'},
  reply: object<AccountRelationship>({columns: relationshipColumns, id: 'uuid'}),
  examples: [
    [
      'The request that it makes',
      '-F type=parent -F source.uuid=3e14fcef-ef5b-5d57-924f-338d593acfee -F target.uuid=ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d --dry-run',
    ],
  ],
})
