import {listGroupAccess, listSystemRoles, scopeRole} from '../../lib/auth/access-calls.ts'
import {addUsers, createGroup, deleteGroup, listMembers, removeUsers} from '../../lib/auth/group-calls.ts'
import {Command} from '../../lib/command.ts'
import {usageError} from '../../lib/errors.ts'
import {getObject, replaceObject} from '../../lib/objects/object-calls.ts'
import {inTurn} from '../../lib/objects/two-halves.ts'
import {printReply, runOperation} from '../../lib/operation/run.ts'
import {updateResourceGroups} from '../../lib/resource-groups/update.ts'

export default class Update extends Command {
  static override readonly shape = {
    ...replaceObject.shape,
    description:
      'Name only what is to change: the object is read first, and your changes are laid over it. With --users, it is first ' +
      'set who may reach it: who is not named there loses it. When one of the two fails, the error says what was done.',
    examples: [
      ['Another price', 'cca839d3-8075-5f80-b7ce-d59cc980a7b3 -F content.cleaning=95'],
      [
        'For two users to change',
        `cca839d3-8075-5f80-b7ce-d59cc980a7b3 -F description="Ours" --users '{"rud": ["eb296a99-5e24-5d6d-bcfc-af60222222f4"], "ru": ["cdb115b0-99b0-5c62-8bcc-f93edb821bb6"]}'`,
      ],
    ],
  } as const
  static override readonly calls = [
    replaceObject,
    ...[getObject, listGroupAccess, listMembers, listSystemRoles],
    ...[createGroup, scopeRole, addUsers, removeUsers, deleteGroup],
  ]

  async run(): Promise<void> {
    const {users, account_uuid, ...object} = await this.values(Update.shape)
    if (users === undefined) return runOperation(replaceObject.shape, object, this.flags, this.console)
    if (account_uuid === undefined) throw usageError('--users needs --account, or a profile with an account.')
    const {data_uuid: resource_uuid} = object
    if (this.flags['dry-run'] === true) {
      await this.showRequest(listGroupAccess, {resource_uuid})
      return this.showRequest(replaceObject, object)
    }
    const {service} = await this.console.connection()
    const changed = await inTurn({
      what: `change object ${resource_uuid}`,
      onlyFirst: 'Who may reach the object was changed, the object was not',
      groups: () => updateResourceGroups(this, {account_uuid, resource_uuid, type: 'object', users}),
      object: () => service.call(replaceObject, object, {wait: this.flags['wait'] !== false}),
    })
    await printReply(Update.shape.reply, changed, this.console)
  }
}
