import {Command} from '../../../lib/command.ts'
import {empty, type Shape} from '../../../lib/operation/declaration.ts'
import {secret, text} from '../../../lib/parameters.ts'
import {aboutProfile} from '../../../lib/profile/config-rows.ts'
import {NamedSecrets} from '../../../lib/profile/named-secrets.ts'

export default class SetSecret extends Command {
  static override readonly shape = {
    summary: 'Store a secret that files refer to by name',
    description:
      'In the secret store of the profile: the keychain of the system, or a file that you alone can read. A file for plan and ' +
      'apply says {secret: NAME} in its place. Asked for at a terminal where VALUE is left out.',
    parameters: {
      name: text('NAME', 'what files call it'),
      value: secret('VALUE', 'the secret, as -, @FILE or env:VARIABLE'),
      profile: aboutProfile,
    },
    reply: empty('Stored.'),
    examples: [],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {name, value} = await this.values(SetSecret.shape)
    const secrets = NamedSecrets.of(this.console)
    await secrets.set(name, value)
    await this.console.printer.empty(`The secret “${name}” is stored in the profile “${secrets.profile}”.`)
  }
}
