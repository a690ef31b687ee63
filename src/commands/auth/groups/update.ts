import {groupFields} from '../../../lib/auth/group-fields.ts'
import {groupDetails, type UserGroup} from '../../../lib/auth/user-group.ts'
import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import getGroup from '../../groups/get.ts'

export default operation({
  operation: 'Auth.modifyUserGroup',
  summary: 'Rename or re-describe a user group',
  request: 'POST /auth/user-groups/{group_uuid}/modify',
  parameters: {
    group_uuid: uuid('GROUP', 'group to change'),
    body: wholeBody('what to change', {fields: groupFields}),
  },
  effect: {changes: 'change the user group', idempotent: true},
  current: async (caller, {group_uuid}) => {
    const {name, description} = await caller.call(getGroup, {group_uuid})
    return {name, description}
  },
  reply: object<UserGroup>({columns: groupDetails, id: 'uuid', pending: true}),
  examples: [['Another name', '0b903867-8510-5a40-bf8e-cb632ce2978b -F name=Reception']],
})
