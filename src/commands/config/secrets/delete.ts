import {Command} from '../../../lib/command.ts'
import {empty, type Shape} from '../../../lib/operation/declaration.ts'
import {texts} from '../../../lib/parameters.ts'
import {aboutProfile} from '../../../lib/profile/config-rows.ts'
import {NamedSecrets} from '../../../lib/profile/named-secrets.ts'

export default class DeleteSecrets extends Command {
  static override readonly shape = {
    summary: 'Delete secrets that were stored for files',
    parameters: {
      names: texts('NAMES...', 'secrets to delete, as config secrets list names them'),
      profile: aboutProfile,
    },
    effect: {changes: 'delete the secret', destructive: true},
    reply: empty('Deleted.'),
    examples: [],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {names} = await this.values(DeleteSecrets.shape)
    await this.confirm(DeleteSecrets.shape.effect, names)
    await NamedSecrets.of(this.console).delete(names)
    await this.console.printer.empty(DeleteSecrets.shape.reply.done)
  }
}
