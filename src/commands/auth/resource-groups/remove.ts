import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {undoneBy} from '../../../lib/operation/undo.ts'
import {uuid, uuids} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Auth.removeResourceFromGroup',
  summary: 'Remove resources from a resource group',
  request: 'POST /auth/resource-groups/{resource_group}/resources/remove',
  parameters: {
    resource_group: uuid('GROUP', 'resource group to remove from'),
    resources: uuids('RESOURCES...', 'resources to remove'),
  },
  effect: {changes: 'remove from the resource group', idempotent: true},
  undo: undoneBy('auth resource-groups add'),
  reply: empty('The resources are no longer in the group.', {pending: true}),
  examples: [['One resource', '72ec602e-138d-5181-a1f3-179f38dbc3be cca839d3-8075-5f80-b7ce-d59cc980a7b3']],
})
