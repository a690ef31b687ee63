import {wholeBody} from '../../../../lib/body-parameter.ts'
import {operation} from '../../../../lib/operation.ts'
import {empty} from '../../../../lib/operation/declaration.ts'
import {uuid} from '../../../../lib/parameters.ts'
import {type Fields} from '../../../../lib/schema.ts'

const fields: Fields = {
  roles: {type: 'array', description: 'roles to give', items: {type: 'string', format: 'uuid'}},
}

export default operation({
  operation: 'Auth.assignRolesToUserGroup',
  summary: 'Give roles to a user group',
  description:
    'They hold for the group’s account and those below it. For a part of them: commsctl auth groups roles scope',
  request: 'POST /auth/user-groups/{user_group_uuid}/roles',
  parameters: {
    user_group_uuid: uuid('GROUP', 'group that is to have them'),
    body: wholeBody('the roles', {fields, required: ['roles']}),
  },
  effect: {changes: 'give roles to the group', idempotent: true},
  reply: empty('The group has the roles.'),
  examples: [['One role', '0b903867-8510-5a40-bf8e-cb632ce2978b -F "roles[0]=829ec1b9-5346-5b10-8cb0-566d28fb26ab"']],
})
