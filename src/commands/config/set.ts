import {Command} from '../../lib/command.ts'
import {empty, type Shape} from '../../lib/operation/declaration.ts'
import {text} from '../../lib/parameters.ts'
import {changeSetting} from '../../lib/profile/change-setting.ts'
import {aboutProfile} from '../../lib/profile/config-rows.ts'
import {isOpenSetting} from '../../lib/profile/setting-names.ts'

export default class Set extends Command {
  static override readonly shape = {
    summary: 'Change a setting of a profile or of the installation',
    parameters: {
      key: {...text('KEY', 'setting, as config list names it'), conceals: (typed: string) => typed.includes('=')},
      value: {...text('VALUE', 'its new value'), conceals: (_: string, key: string) => !isOpenSetting(key)},
      profile: aboutProfile,
    },
    reply: empty('Done.'),
    examples: [
      ['Keep secrets in a file, whatever the system offers', 'secret-store file'],
      ['A format of output for one profile', 'output yaml --profile sandbox'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {key, value} = await this.values(Set.shape)
    await this.console.printer.empty(await changeSetting(this.console, key, value))
  }
}
