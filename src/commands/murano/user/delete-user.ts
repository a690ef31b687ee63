import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'deleteUser',
  arguments: {id: 'USER'},
  reply: empty('Deleted.'),
  examples: [['One of them', '1 --solution Sandpit']],
})
