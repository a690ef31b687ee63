import {groupColumns, type UserGroup} from '../../../lib/auth/user-group.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.listUserGroups',
  summary: 'List user groups across accounts',
  request: 'GET /auth/user-groups',
  parameters: {
    filter: filters(['name', 'description', 'user_uuid', 'sort']),
  },
  reply: list<UserGroup>({columns: [...groupColumns, 'account_uuid'], id: 'uuid', noun: 'groups'}),
  examples: [
    ['All that you may see', '--all'],
    ['Those that a user is in', '--filter user_uuid=cdb115b0-99b0-5c62-8bcc-f93edb821bb6'],
  ],
})
