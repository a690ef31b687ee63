import {newGroupFields} from '../../../lib/auth/group-fields.ts'
import {groupDetails, type UserGroup} from '../../../lib/auth/user-group.ts'
import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {account} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.createUserGroup',
  summary: 'Create a user group in an account',
  request: 'POST /auth/accounts/{account_uuid}/user-groups',
  parameters: {
    account_uuid: account(),
    body: wholeBody('the group', {fields: newGroupFields, required: ['name']}),
  },
  effect: {changes: 'create a user group in'},
  reply: object<UserGroup>({columns: groupDetails, id: 'uuid', pending: true}),
  examples: [['A group of one', '-F name=Reception -F "users[0]=cdb115b0-99b0-5c62-8bcc-f93edb821bb6"']],
})
