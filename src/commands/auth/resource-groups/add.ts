import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {undoneBy} from '../../../lib/operation/undo.ts'
import {uuid, uuids} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.addResourcesToGroup',
  summary: 'Add resources to a resource group',
  request: 'POST /auth/resource-groups/{resource_group}/resources',
  parameters: {
    resource_group: uuid('GROUP', 'resource group to add to'),
    resources: uuids('RESOURCES...', 'resources to add'),
  },
  effect: {changes: 'add to the resource group', idempotent: true},
  undo: undoneBy('auth resource-groups remove', 'What of them was in the group before is taken out, too.'),
  reply: empty('The resources are in the group.', {pending: true}),
  examples: [['One resource', '72ec602e-138d-5181-a1f3-179f38dbc3be 5f0c2a51-6f0b-4c59-9d0e-6a6b3d7d5c11']],
})
