import {listGroupAccess} from '../../lib/auth/access-calls.ts'
import {deleteGroup} from '../../lib/auth/group-calls.ts'
import {Command} from '../../lib/command.ts'
import {type DocumentedCall, outcomes, type Shape} from '../../lib/operation/declaration.ts'
import {printRows} from '../../lib/operation/print-rows.ts'
import {uuid} from '../../lib/parameters.ts'
import {deleteResourceGroups} from '../../lib/resource-groups/delete.ts'
import {type ResourceGroup, resourceGroupColumns} from '../../lib/resource-groups/resource-group.ts'

const parameters = {
  resource_uuid: uuid('RESOURCE', 'resource that nobody is to share any more'),
}

const call: DocumentedCall = {
  shape: {operation: 'ResourceGroups.cleanUpResourceGroups', request: listGroupAccess.shape.request},
}

export default class Delete extends Command {
  static override readonly shape = {
    summary: 'Delete the permission groups of a resource',
    description: 'Groups that have a role on the resource, but were not made for it, stay as they are.',
    parameters,
    effect: {changes: 'delete the groups of resource', destructive: true, idempotent: true},
    reply: outcomes<ResourceGroup>({columns: resourceGroupColumns, id: 'group_uuid', noun: 'groups'}),
    dryRun: true,
    examples: [['A resource that is private again', 'cca839d3-8075-5f80-b7ce-d59cc980a7b3']],
  } satisfies Shape<typeof parameters, ResourceGroup>
  static override readonly calls = [call, listGroupAccess, deleteGroup]

  async run(): Promise<void> {
    const {resource_uuid} = await this.values(Delete.shape)
    // What follows depends on the groups that there are.
    if (this.flags['dry-run'] === true) return this.showRequest(listGroupAccess, {resource_uuid})
    await this.confirm(Delete.shape.effect, [resource_uuid])
    await printRows(Delete.shape.reply, await deleteResourceGroups(this, resource_uuid), this.flags, this.console)
  }
}
