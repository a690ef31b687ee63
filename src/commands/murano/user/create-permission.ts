import {type EndPointPermission} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'createPermission',
  arguments: {method: 'METHOD', end_point: 'PATH'},
  reply: object<EndPointPermission>({columns: ['method', 'end_point']}),
  examples: [['One endpoint', `PUT '/fridges/{identity}' --solution Sandpit`]],
})
