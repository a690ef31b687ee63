import {listGroupAccess} from '../../lib/auth/access-calls.ts'
import {type DocumentedCall, outcomes} from '../../lib/operation/declaration.ts'
import {procedure} from '../../lib/operation/procedure.ts'
import {account, text, uuid} from '../../lib/parameters.ts'
import {sharing} from '../../lib/resource-groups/parameters.ts'
import {type ResourceGroup, resourceGroupColumns} from '../../lib/resource-groups/resource-group.ts'
import {groupChanges, updateResourceGroups} from '../../lib/resource-groups/update.ts'

const parameters = {
  resource_uuid: uuid('RESOURCE', 'resource that is shared'),
  account_uuid: account({in: 'local'}),
  type: text('--type', 'type of the resource, such as object', {in: 'local', required: true}),
  users: sharing(),
}

const call: DocumentedCall = {
  shape: {operation: 'ResourceGroups.updateResourceGroups', request: listGroupAccess.shape.request},
}

export default procedure({
  summary: 'Bring the permission groups of a resource to a wanted set of users',
  description:
    '--users says all: who is not in it loses the resource, and groups that nobody is left in are deleted. Groups ' +
    'that have a role on the resource, but were not made for it, stay as they are. When something fails, the error ' +
    'says what has been changed; the same command goes on from there.',
  parameters,
  effect: {changes: 'set who may reach resource', idempotent: true},
  reply: outcomes<ResourceGroup>({columns: resourceGroupColumns, id: 'group_uuid', noun: 'groups'}),
  examples: [
    [
      'Both users may do everything',
      `cca839d3-8075-5f80-b7ce-d59cc980a7b3 --type object --users '{"rud": ["eb296a99-5e24-5d6d-bcfc-af60222222f4", "cdb115b0-99b0-5c62-8bcc-f93edb821bb6"]}'`,
    ],
  ],
  calls: [call, listGroupAccess, ...groupChanges],
  requests: (sharing) => [[listGroupAccess, sharing]],
  later: () => groupChanges,
  perform: updateResourceGroups,
})
