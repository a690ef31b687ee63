import {type EndUserRole, roleColumns} from '../../../lib/murano/end-user.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {definitions} from '../../../lib/murano/services/user-schemas.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {shortForm, readDefinition} from '../../../lib/murano/short-forms.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: user,
  operation: 'createRole',
  arguments: {role_id: 'ROLE', parameter: shortForm('--parameter', definitions, false, 'NAME', readDefinition)},
  reply: object<EndUserRole>({columns: roleColumns, id: 'role_id'}),
  examples: [['For some clinics', 'doctor --parameter clinic --solution Sandpit']],
})
