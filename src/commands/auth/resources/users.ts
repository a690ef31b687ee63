import {listGroupAccess} from '../../../lib/auth/access-calls.ts'
import {listMembers} from '../../../lib/auth/group-calls.ts'
import {Command} from '../../../lib/command.ts'
import {type DocumentedCall, object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {uuid} from '../../../lib/parameters.ts'
import {type Sharing} from '../../../lib/resource-groups/sharing.ts'
import {usersOf} from '../../../lib/resource-groups/users-of.ts'

const parameters = {
  resource_uuid: uuid('RESOURCE', 'resource to look at'),
}

const call: DocumentedCall = {shape: {operation: 'Auth.getResourceUsers', request: listGroupAccess.shape.request}}

export default class Users extends Command {
  static override readonly shape = {
    summary: 'List the users with access to a resource, by permission set',
    description:
      'Shows what resource-groups create and update take as --users: user uuids by letters, r for read, u for update ' +
      'and d for delete.',
    parameters,
    reply: object<Sharing>({columns: []}),
    dryRun: true,
    examples: [
      ['Who may do what', 'cca839d3-8075-5f80-b7ce-d59cc980a7b3'],
      ['Those who may do everything', 'cca839d3-8075-5f80-b7ce-d59cc980a7b3 --jq ".rud[]"'],
    ],
  } satisfies Shape<typeof parameters, Sharing>
  static override readonly calls = [call, listGroupAccess, listMembers]

  async run(): Promise<void> {
    const {resource_uuid} = await this.values(Users.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(listGroupAccess, {resource_uuid}, [listMembers])
    await printReply(Users.shape.reply, await usersOf(this, resource_uuid), this.console)
  }
}
