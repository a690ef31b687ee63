import {Command} from '../../lib/command.ts'
import {empty, type Shape} from '../../lib/operation/declaration.ts'
import {text} from '../../lib/parameters.ts'
import {assertDeletable, deleteProfile} from '../../lib/profile/profiles.ts'

export default class Delete extends Command {
  static override readonly shape = {
    summary: 'Delete a profile and its secrets',
    description: 'The session is forgotten, not revoked: commsctl logout does that.',
    parameters: {
      name: text('NAME', 'profile to delete'),
    },
    reply: empty('Deleted.'),
    effect: {changes: 'delete the profile', destructive: true, idempotent: true},
    examples: [],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {name} = await this.values(Delete.shape)
    assertDeletable(this.console.config, name)
    await this.confirm(Delete.shape.effect, [name])
    await deleteProfile(this.console.paths, await this.console.secrets(), name)
    await this.console.printer.empty(`The profile “${name}” is deleted.`)
  }
}
