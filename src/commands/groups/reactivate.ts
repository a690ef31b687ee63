import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {undoneBy} from '../../lib/operation/undo.ts'
import {uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Groups.reactivateGroup',
  summary: 'Reactivate a group',
  request: 'POST /auth/user-groups/{group_uuid}/reactivate',
  parameters: {
    group_uuid: uuid('GROUP', 'group to reactivate'),
  },
  effect: {changes: 'reactivate the group', idempotent: true},
  undo: undoneBy('groups deactivate'),
  reply: empty('The group is active.', {pending: true}),
  examples: [['A team that is back', '0b903867-8510-5a40-bf8e-cb632ce2978b']],
})
