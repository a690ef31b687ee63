import {Command} from '../../lib/command.ts'
import {list, type Shape} from '../../lib/operation/declaration.ts'
import {printRows} from '../../lib/operation/print-rows.ts'
import {aboutProfile, type ConfigRow, configRows} from '../../lib/profile/config-rows.ts'

export default class List extends Command {
  static override readonly shape = {
    summary: 'List every setting, its value and where it came from',
    description: 'Secrets are masked.',
    parameters: {profile: aboutProfile},
    reply: list<ConfigRow>({columns: ['key', 'value', 'origin'], id: 'key', noun: 'settings', paging: 'none'}),
    examples: [
      ['As commands see them now', ''],
      ['Those of the sandbox’s profile', '--profile sandbox'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {settings, config} = this.console
    await printRows(List.shape.reply, configRows(settings, config), this.flags, this.console)
  }
}
