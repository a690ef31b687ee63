import {Command} from '../../lib/command.ts'
import {empty, type Shape} from '../../lib/operation/declaration.ts'
import {text} from '../../lib/parameters.ts'
import {changeSetting} from '../../lib/profile/change-setting.ts'
import {aboutProfile} from '../../lib/profile/config-rows.ts'

export default class Unset extends Command {
  static override readonly shape = {
    summary: 'Bring back the default of a setting',
    parameters: {
      key: text('KEY', 'setting, as config list names it'),
      profile: aboutProfile,
    },
    reply: empty('Done.'),
    examples: [['The system’s keychain again, where there is one', 'secret-store']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {key} = await this.values(Unset.shape)
    await this.console.printer.empty(await changeSetting(this.console, key, undefined))
  }
}
