import {type EndUserRole, roleColumns} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {definitions} from '../../../lib/murano/services/user-schemas.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {shortForm, readDefinition} from '../../../lib/murano/short-forms.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'addRoleParam',
  arguments: {role_id: 'ROLE', body: shortForm('PARAMETERS...', definitions, true, 'NAME', readDefinition)},
  reply: object<EndUserRole>({columns: roleColumns, id: 'role_id'}),
  examples: [['One parameter', 'nurse ward --solution Sandpit']],
})
