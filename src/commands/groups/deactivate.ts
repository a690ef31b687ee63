import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {undoneBy} from '../../lib/operation/undo.ts'
import {uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Groups.deactivateGroup',
  summary: 'Deactivate a group',
  description: 'Its members lose the roles that it gives them. To undo it: commsctl groups reactivate',
  request: 'POST /auth/user-groups/{group_uuid}/deactivate',
  parameters: {
    group_uuid: uuid('GROUP', 'group to deactivate'),
  },
  effect: {changes: 'deactivate the group', disruptive: true, idempotent: true},
  undo: undoneBy('groups reactivate'),
  reply: empty('The group is inactive.', {pending: true}),
  examples: [['A team on leave', '0b903867-8510-5a40-bf8e-cb632ce2978b']],
})
