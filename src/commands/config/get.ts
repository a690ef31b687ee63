import {Command} from '../../lib/command.ts'
import {CliError} from '../../lib/errors.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {plainText, type Shape} from '../../lib/operation/declaration.ts'
import {text} from '../../lib/parameters.ts'
import {aboutProfile, configRows} from '../../lib/profile/config-rows.ts'
import {findSetting} from '../../lib/profile/setting-names.ts'

export default class Get extends Command {
  static override readonly shape = {
    summary: 'Print the value of a setting',
    description: 'Secrets are masked. A setting without a value is exit code 5.',
    parameters: {
      key: text('KEY', 'setting, as config list names it, or “profile”'),
      profile: aboutProfile,
    },
    reply: plainText(),
    examples: [['Where requests go', 'api-host']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {key: typed} = await this.values(Get.shape)
    const key = typed === 'profile' ? typed : findSetting(typed).key
    const {settings, config} = this.console
    const value = configRows(settings, config).find((row) => row.key === key)?.value ?? undefined
    if (value === undefined) {
      throw new CliError(`${key} is not set.`, {
        code: 'not-set',
        exit: ExitCode.NotFound,
        hint: 'To see every setting: commsctl config list',
      })
    }
    if (this.console.printing.isFormatTyped) await this.console.printer.text(value)
    else await this.console.terminal.out(`${value}\n`)
  }
}
