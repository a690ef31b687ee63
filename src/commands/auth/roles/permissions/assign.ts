import {wholeBody} from '../../../../lib/body-parameter.ts'
import {operation} from '../../../../lib/operation.ts'
import {empty} from '../../../../lib/operation/declaration.ts'
import {uuid} from '../../../../lib/parameters.ts'
import {type Fields} from '../../../../lib/schema.ts'

const fields: Fields = {
  permissions: {type: 'array', description: 'permissions to give', items: {type: 'string', format: 'uuid'}},
}

export default operation({
  operation: 'Auth.assignPermissionsToRole',
  summary: 'Give permissions to a role',
  request: 'POST /auth/roles/{role_uuid}/permissions',
  parameters: {
    role_uuid: uuid('ROLE', 'role that is to have them'),
    body: wholeBody('the permissions', {fields, required: ['permissions']}),
  },
  effect: {changes: 'give permissions to the role', idempotent: true},
  reply: empty('The role has the permissions.'),
  examples: [
    ['One permission', 'a16400f7-aafe-5dc6-a19e-911fc7e64361 -F "permissions[0]=635daa03-20e2-5235-9cff-68df15253cca"'],
  ],
})
