import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {dependents, shownBy} from '../../../lib/operation/consequences.ts'
import {collect} from '../../../lib/collect.ts'
import getRole from './get.ts'
import listGroups from './groups.ts'

export default operation({
  operation: 'Auth.deleteRole',
  summary: 'Delete a role',
  description: 'Groups that have it lose it.',
  request: 'DELETE /auth/roles/{role_uuid}',
  parameters: {
    role_uuid: uuid('ROLE', 'role to delete'),
  },
  effect: {changes: 'delete the role', destructive: true},
  consequences: async (caller, {role_uuid}) => {
    const groups = await collect(caller.all(listGroups, {role_uuid}))
    const names = groups.map(({name}) => name)
    return [...(await shownBy(getRole)(caller, {role_uuid})), ...dependents('Groups', names)]
  },
  reply: empty('The role is deleted.', {pending: true}),
  examples: [['A role that nobody needs', 'a16400f7-aafe-5dc6-a19e-911fc7e64361']],
})
