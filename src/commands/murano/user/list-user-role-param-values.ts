import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'listUserRoleParamValues',
  arguments: {id: 'USER', role_id: 'ROLE', parameter_name: 'PARAMETER'},
  reply: list<string>({
    columns: ['value'],
    id: 'value',
    noun: 'values',
    paging: {offset: 'offset', limit: 'limit', in: 'body'},
  }),
  examples: [['Which clinics', '1 nurse clinic --solution Sandpit']],
})
