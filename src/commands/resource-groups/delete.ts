import {listGroupAccess} from '../../lib/auth/access-calls.ts'
import {deleteGroup} from '../../lib/auth/group-calls.ts'
import {type DocumentedCall, outcomes} from '../../lib/operation/declaration.ts'
import {procedure} from '../../lib/operation/procedure.ts'
import {uuid} from '../../lib/parameters.ts'
import {deleteResourceGroups} from '../../lib/resource-groups/delete.ts'
import {type ResourceGroup, resourceGroupColumns} from '../../lib/resource-groups/resource-group.ts'

const parameters = {
  resource_uuid: uuid('RESOURCE', 'resource that nobody is to share any more'),
}

const call: DocumentedCall = {
  shape: {operation: 'ResourceGroups.cleanUpResourceGroups', request: listGroupAccess.shape.request},
}

export default procedure({
  summary: 'Delete the permission groups of a resource',
  description: 'Groups that have a role on the resource, but were not made for it, stay as they are.',
  parameters,
  effect: {changes: 'delete the groups of resource', destructive: true, idempotent: true},
  reply: outcomes<ResourceGroup>({columns: resourceGroupColumns, id: 'group_uuid', noun: 'groups'}),
  examples: [['A resource that is private again', 'cca839d3-8075-5f80-b7ce-d59cc980a7b3']],
  calls: [call, listGroupAccess, deleteGroup],
  requests: ({resource_uuid}) => [[listGroupAccess, {resource_uuid}]],
  later: () => [deleteGroup],
  perform: (caller, {resource_uuid}) => deleteResourceGroups(caller, resource_uuid),
})
