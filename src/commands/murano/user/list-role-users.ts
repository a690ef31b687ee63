import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'listRoleUsers',
  arguments: {role_id: 'ROLE'},
  reply: list<string>({columns: ['value'], id: 'value', noun: 'users', paging: 'none'}),
  examples: [['Of one role', 'nurse --solution Sandpit']],
})
