import {roleFields} from '../../../lib/auth/role-fields.ts'
import {type Role, roleDetails} from '../../../lib/auth/role.ts'
import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import getRole from './get.ts'

export default operation({
  operation: 'Auth.modifyRole',
  summary: 'Change a role',
  description: 'For what it permits: commsctl auth roles permissions',
  request: 'POST /auth/roles/{role_uuid}/modify',
  parameters: {
    role_uuid: uuid('ROLE', 'role to change'),
    body: wholeBody('what to change', {fields: roleFields}),
  },
  effect: {changes: 'change the role', idempotent: true},
  current: async (caller, {role_uuid}) => {
    const {name, description} = await caller.call(getRole, {role_uuid})
    return {name, description}
  },
  reply: object<Role>({columns: roleDetails, id: 'uuid', pending: true}),
  examples: [['Another name', '829ec1b9-5346-5b10-8cb0-566d28fb26ab -F name="Texts and calls"']],
})
