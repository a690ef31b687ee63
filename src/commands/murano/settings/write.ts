import {isDeepStrictEqual} from 'node:util'
import {Command} from '../../../lib/command.ts'
import {nearKeys, settingCalls, settingOf} from '../../../lib/murano/setting.ts'
import {
  changed,
  inPlaceOf,
  type Manner,
  typedValue,
  valueAt,
  type ValueType,
} from '../../../lib/murano/setting-change.ts'
import {settingParameters} from '../../../lib/murano/setting-parameters.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {boolean, text, texts} from '../../../lib/parameters.ts'

export default class Write extends Command {
  static override readonly shape = {
    summary: 'Change one value of a setting of a solution or product',
    description:
      'The setting is read, changed and written as a whole: what is beside the value stays. ' +
      'A value keeps the type that it has; a new one is text unless --bool, --num or --json-values says otherwise, and several are a list. ' +
      'Prints the setting as the service holds it then.',
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
    const type: ValueType | undefined = bool ? 'boolean' : num ? 'number' : json ? 'json' : undefined
    const manner: Manner = append ? 'append' : merge ? 'merge' : 'replace'
    const setting = settingOf(name, scope, this)
    const before = await setting.read()
    const near = nearKeys(name, setting, before, key)
    if (near !== '') await this.console.warn(`${name} has had no ${key} so far.${near}`)
    const typed =
      manner === 'replace'
        ? [inPlaceOf(valueAt(before, key), values, type, key)]
        : values.map((value) => typedValue(value, type ?? 'text'))
    const value = changed(before, key, typed, manner)
    await setting.write(value)
    const after = await setting.read()
    if (!isDeepStrictEqual(valueAt(after, key), valueAt(value, key))) {
      await this.console.warn(`${name} does not hold ${key} as it was sent: the service has left it out or changed it.`)
    }
    await printReply(Write.shape.reply, after, this.console)
  }
}
