import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {plainText} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'hasUserRoleParam',
  arguments: {id: 'USER', role_id: 'ROLE', parameter_name: 'PARAMETER', parameter_value: 'VALUE'},
  description: 'Prints what the service says when they have it; when they have not, it refuses, with exit 4.',
  reply: plainText(),
  examples: [['One clinic', '1 nurse clinic venice --solution Sandpit']],
})
