import {type JsonObject} from '../../../lib/client/wire.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'deleteUserData',
  arguments: {id: 'USER', keys: 'KEYS...'},
  reply: object<JsonObject>({columns: []}),
  examples: [['One thing', '1 ward --solution Sandpit']],
})
