import {type EndUser, endUserColumns} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'getUser',
  arguments: {id: 'USER'},
  reply: object<EndUser>({columns: endUserColumns, id: 'id'}),
  examples: [['One of them', '1 --solution Sandpit']],
})
