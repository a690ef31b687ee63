import {Command} from '../../../lib/command.ts'
import {list, type Shape} from '../../../lib/operation/declaration.ts'
import {printRows} from '../../../lib/operation/print-rows.ts'
import {aboutProfile} from '../../../lib/profile/config-rows.ts'
import {NamedSecrets} from '../../../lib/profile/named-secrets.ts'

/** A secret that is stored; what it is, is not told. */
interface NamedSecret {
  name: string
  profile: string
}

export default class ListSecrets extends Command {
  static override readonly shape = {
    summary: 'List the names of secrets that are stored for files',
    parameters: {profile: aboutProfile},
    reply: list<NamedSecret>({columns: ['name', 'profile'], id: 'name', noun: 'secrets', paging: 'none'}),
    examples: [['Of the profile in force', '']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const secrets = NamedSecrets.of(this.console)
    const rows = (await secrets.names()).map((name): NamedSecret => ({name, profile: secrets.profile}))
    await printRows(ListSecrets.shape.reply, rows, this.flags, this.console)
  }
}
