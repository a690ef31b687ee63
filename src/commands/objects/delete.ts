import {listGroupAccess} from '../../lib/auth/access-calls.ts'
import {deleteGroup} from '../../lib/auth/group-calls.ts'
import {Command} from '../../lib/command.ts'
import {deleteObject} from '../../lib/objects/object-calls.ts'
import {inTurn} from '../../lib/objects/two-halves.ts'
import {printReply} from '../../lib/operation/run.ts'
import {deleteResourceGroups} from '../../lib/resource-groups/delete.ts'

export default class Delete extends Command {
  static override readonly shape = {
    ...deleteObject.shape,
    description: 'First the groups that share it, side by side; then the object. A failure says what was deleted.',
  } as const
  static override readonly calls = [deleteObject, listGroupAccess, deleteGroup]

  async run(): Promise<void> {
    const {data_uuid} = await this.values(Delete.shape)
    if (this.flags['dry-run'] === true) {
      await this.showRequest(listGroupAccess, {resource_uuid: data_uuid})
      return this.showRequest(deleteObject, {data_uuid})
    }
    await this.confirm(Delete.shape.effect, [data_uuid])
    const {service} = await this.console.connection()
    await inTurn({
      what: `delete object ${data_uuid}`,
      onlyFirst: 'Nobody shares the object any more, but it was not deleted',
      groups: () => deleteResourceGroups(this, data_uuid),
      object: () => service.call(deleteObject, {data_uuid}, {wait: this.flags['wait'] !== false}),
    })
    await printReply(Delete.shape.reply, undefined, this.console)
  }
}
