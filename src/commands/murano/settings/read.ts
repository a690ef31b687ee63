import {Command} from '../../../lib/command.ts'
import {notFoundError} from '../../../lib/errors.ts'
import {settingCalls, settingOf} from '../../../lib/murano/setting.ts'
import {valueAt} from '../../../lib/murano/setting-change.ts'
import {settingParameters} from '../../../lib/murano/setting-parameters.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {text} from '../../../lib/parameters.ts'

export default class Read extends Command {
  static override readonly shape = {
    summary: 'Show a setting of a solution or product',
    parameters: {
      ...settingParameters(),
      key: text('KEY', 'value to show, as a dotted path; all if left out', {required: false}),
    },
    reply: object({columns: []}),
    examples: [
      ['How devices are activated', 'gateway.provisioning --product fridge'],
      ['One value', 'webservice.cors origin --solution clinic-monitor'],
      ['Parameters of a service', 'device --solution clinic-monitor'],
    ],
  } as const satisfies Shape
  static override readonly calls = settingCalls.reading

  async run(): Promise<void> {
    const {setting: name, key, ...scope} = await this.values(Read.shape)
    const setting = await settingOf(name, scope, this).read()
    const value = key === undefined ? setting : valueAt(setting, key)
    if (value === undefined) {
      const owner = name.startsWith('gateway.') ? `--product ${scope.product_id}` : `--solution ${scope.id}`
      throw notFoundError(`${name} has no ${key}.`, `commsctl murano settings read ${name} ${owner}`)
    }
    await printReply(Read.shape.reply, value, this.console)
  }
}
