import {type EndPointPermission} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {shortForm, readEndpoint} from '../../../lib/murano/short-forms.ts'
import {list} from '../../../lib/operation/declaration.ts'

const endpoints = user.operations.addRolePerm.arguments.body

export default serviceOperation({
  service: user,
  operation: 'addRolePerm',
  arguments: {role_id: 'ROLE', body: shortForm('PERMISSIONS...', endpoints, true, 'METHOD/PATH', readEndpoint)},
  reply: list<EndPointPermission>({columns: ['method', 'end_point'], noun: 'permissions', paging: 'none'}),
  examples: [['One endpoint', `nurse 'GET/fridges/{identity}' --solution Sandpit`]],
})
