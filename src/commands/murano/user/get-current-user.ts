import {type EndUser, endUserColumns} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {secret} from '../../../lib/parameters.ts'

export default serviceOperation({
  service: user,
  operation: 'getCurrentUser',
  arguments: {token: secret('--token', 'token that get-user-token gave', {required: true})},
  reply: object<EndUser>({columns: endUserColumns, id: 'id'}),
  examples: [['The request', '--token 0f3a9c --solution Sandpit --dry-run']],
})
