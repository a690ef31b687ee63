import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'listRoleParamUsers',
  arguments: {role_id: 'ROLE', parameter_name: 'PARAMETER', parameter_value: 'VALUE'},
  reply: list<string>({columns: ['value'], id: 'value', noun: 'users', paging: 'none'}),
  examples: [['Of one clinic', 'nurse clinic venice --solution Sandpit']],
})
