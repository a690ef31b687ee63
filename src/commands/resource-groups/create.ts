import {listSystemRoles, scopeRole} from '../../lib/auth/access-calls.ts'
import {createGroup, deleteGroup} from '../../lib/auth/group-calls.ts'
import {type DocumentedCall, outcomes} from '../../lib/operation/declaration.ts'
import {procedure} from '../../lib/operation/procedure.ts'
import {account, text, uuid} from '../../lib/parameters.ts'
import {createResourceGroups} from '../../lib/resource-groups/create.ts'
import {sharing} from '../../lib/resource-groups/parameters.ts'
import {type ResourceGroup, resourceGroupColumns} from '../../lib/resource-groups/resource-group.ts'
import {groupName, sharesOf} from '../../lib/resource-groups/sharing.ts'

const parameters = {
  account_uuid: account({in: 'local'}),
  resource_uuid: uuid('--resource', 'resource to share', {in: 'local', required: true}),
  type: text('--type', 'type of the resource, such as object', {in: 'local', required: true}),
  users: sharing(),
}

const call: DocumentedCall = {
  shape: {operation: 'ResourceGroups.createResourceGroups', request: listSystemRoles.shape.request},
}

export default procedure({
  summary: 'Create the permission groups of a resource',
  description:
    'For each combination of letters (r read, u update, d delete), a user group is created and given the system role ' +
    'for it over the resource. All of them or none: when one fails, those that were created are deleted again.',
  parameters,
  effect: {changes: 'create groups of resource'},
  reply: outcomes<ResourceGroup>({columns: resourceGroupColumns, id: 'group_uuid', noun: 'groups'}),
  examples: [
    [
      'One user may do everything, another one read',
      `--resource 5f0c2a51-6f0b-4c59-9d0e-6a6b3d7d5c11 --type object --users '{"rud": ["eb296a99-5e24-5d6d-bcfc-af60222222f4"], "r": ["cdb115b0-99b0-5c62-8bcc-f93edb821bb6"]}'`,
    ],
  ],
  calls: [call, listSystemRoles, createGroup, scopeRole, deleteGroup],
  requests({account_uuid, resource_uuid, users: sharing}) {
    const groups = sharesOf(sharing).map(({letters, users}) => {
      const name = groupName(letters, resource_uuid)
      return [createGroup, {account_uuid, name, users, description: 'resource group'}] as const
    })
    return [[listSystemRoles, {}], ...groups]
  },
  later: () => [scopeRole],
  perform: createResourceGroups,
})
