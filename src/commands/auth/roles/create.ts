import {newRoleFields} from '../../../lib/auth/role-fields.ts'
import {type Role, roleDetails} from '../../../lib/auth/role.ts'
import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {account} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.createRole',
  summary: 'Create a role in an account',
  request: 'POST /auth/accounts/{account_uuid}/roles',
  parameters: {
    account_uuid: account(),
    body: wholeBody('the role', {fields: newRoleFields, required: ['name']}),
  },
  effect: {changes: 'create a role in'},
  reply: object<Role>({columns: roleDetails, id: 'uuid', pending: true}),
  examples: [
    [
      'A role for those who send texts',
      '-F name=Campaigns -F type=user -F status=Active -F "permissions[0]=635daa03-20e2-5235-9cff-68df15253cca"',
    ],
  ],
})
