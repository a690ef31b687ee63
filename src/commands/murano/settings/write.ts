import {Command} from '../../../lib/command.ts'
import {settingCalls, settingOf} from '../../../lib/murano/setting.ts'
import {changed, type Manner, typedValue, type ValueType} from '../../../lib/murano/setting-change.ts'
import {settingParameters} from '../../../lib/murano/setting-parameters.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {boolean, text, texts} from '../../../lib/parameters.ts'

export default class Write extends Command {
  static override readonly shape = {
    summary: 'Change one value of a setting of a solution or product',
    description:
      'The setting is read, changed and written as a whole: what is beside the value stays. Values are text unless --bool, --num or --json-values says otherwise; several are a list. Prints the setting as it is then.',
    parameters: {
      ...settingParameters(),
      key: text('KEY', 'value to change, as a dotted path'),
      values: texts('VALUES...', 'what it is to be'),
      bool: boolean('--bool', 'the values are true or false', {excludes: ['num', 'json']}),
      num: boolean('--num', 'the values are numbers', {excludes: ['json']}),
      json: boolean('--json-values', 'the values are JSON'),
      append: boolean('--append', 'put them at the end of the list that is there', {excludes: ['merge']}),
      merge: boolean('--merge', 'merge the JSON object into the one that is there'),
    },
    effect: {changes: 'change', idempotent: true},
    reply: object({columns: []}),
    examples: [
      ['True or false', 'gateway.protocol devmode true --bool --product fridge'],
      ['One more header', 'webservice.cors headers X-Clinic --append --solution clinic-monitor'],
      ['A parameter of a service', 'twilio AccountSid AC0123 --solution clinic-monitor'],
    ],
  } as const satisfies Shape
  static override readonly calls = [...settingCalls.reading, ...settingCalls.writing]

  async run(): Promise<void> {
    const {setting: name, key, values, bool, num, json, append, merge, ...scope} = await this.values(Write.shape)
    const type: ValueType = bool ? 'boolean' : num ? 'number' : json ? 'json' : 'text'
    const manner: Manner = append ? 'append' : merge ? 'merge' : 'replace'
    const typed = values.map((value) => typedValue(value, type))
    const setting = settingOf(name, scope, this)
    const value = changed(await setting.read(), key, typed, manner)
    await setting.write(value)
    await printReply(Write.shape.reply, value, this.console)
  }
}
