import {permissionFields} from '../../../lib/auth/permission-fields.ts'
import {type Permission, permissionColumns} from '../../../lib/auth/permission.ts'
import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default operation({
  operation: 'Auth.createPermission',
  summary: 'Create a permission',
  request: 'POST /auth/permissions',
  parameters: {
    body: wholeBody('the permission', {fields: permissionFields, required: ['name', 'resource_type', 'action']}),
  },
  effect: {changes: 'create a permission'},
  reply: object<Permission>({columns: permissionColumns, id: 'uuid'}),
  examples: [['One more action on objects', '-F name=object.archive -F resource_type=object -F action=archive']],
})
