import {type EndUser, endUserColumns} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'listUsers',
  arguments: {filter: '--filter'},
  reply: list<EndUser>({columns: endUserColumns, id: 'id', noun: 'users', paging: 'none'}),
  examples: [
    ['All of them', '--solution Sandpit'],
    ['By address', `--filter 'email::like::%@clinic.example' --solution Sandpit`],
  ],
})
