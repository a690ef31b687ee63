import {type EndUser, endUserColumns} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {secret} from '../../../lib/parameters.ts'

export default serviceOperation({
  service: user,
  operation: 'updateUser',
  arguments: {
    id: 'USER',
    password: secret('--password', 'a new password for them', {needs: ['original_password']}),
    original_password: secret('--original-password', 'the present password, needed for a new one'),
  },
  reply: object<EndUser>({columns: endUserColumns, id: 'id'}),
  examples: [
    ['Another name', `1 --name 'Nora Bell' --solution Sandpit`],
    ['Keep them out', '1 --status 2 --solution Sandpit'],
  ],
})
