import {listSystemRoles} from '../../../lib/auth/access-calls.ts'
import {Command} from '../../../lib/command.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {type SystemRoles, systemRoles} from '../../../lib/resource-groups/system-roles.ts'

export default class Roles extends Command {
  static override readonly shape = {
    summary: 'Show the system roles that resource groups are built from',
    description: 'Role uuids by resource type, and by letters: r for read, u for update and d for delete.',
    parameters: {},
    reply: object<SystemRoles>({columns: []}),
    dryRun: true,
    examples: [
      ['All of them', ''],
      ['The role for everything that can be done to an object', '--jq .object.rud'],
    ],
  } satisfies Shape
  static override readonly calls = [listSystemRoles]

  async run(): Promise<void> {
    if (this.flags['dry-run'] === true) return this.showRequest(listSystemRoles, {})
    const roles = await systemRoles(this)
    const columns = Object.entries(roles).flatMap(([type, ofType]) =>
      Object.keys(ofType).map((one) => `${type}.${one}`),
    )
    await printReply({...Roles.shape.reply, columns}, roles, this.console)
  }
}
