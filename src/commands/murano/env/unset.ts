import {Command} from '../../../lib/command.ts'
import {didYouMean} from '../../../lib/did-you-mean.ts'
import {notFoundError} from '../../../lib/errors.ts'
import {type Environment, getEnvironment, setEnvironment} from '../../../lib/murano/environment-calls.ts'
import {solution} from '../../../lib/murano/parameters.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {texts} from '../../../lib/parameters.ts'

export default class Unset extends Command {
  static override readonly shape = {
    summary: 'Remove environment variables of a solution',
    description: 'Prints those that are left.',
    parameters: {id: solution(), names: texts('NAMES...', 'variables to remove')},
    effect: {changes: 'remove the environment variables', destructive: true},
    reply: object<Environment>({columns: []}),
    examples: [],
  } as const satisfies Shape
  static override readonly calls = [getEnvironment, setEnvironment]

  async run(): Promise<void> {
    const {id, names} = await this.values(Unset.shape)
    const before = await this.call(getEnvironment, {id})
    const absent = names.find((name) => !Object.hasOwn(before, name))
    if (absent !== undefined) {
      const near = didYouMean(absent, Object.keys(before))
      throw notFoundError(`The solution has no variable ${absent}.${near}`, `commsctl murano env get --solution ${id}`)
    }
    await this.confirm(Unset.shape.effect, names)
    const variables = Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name)))
    await this.call(setEnvironment, {id, variables})
    await printReply(Unset.shape.reply, variables, this.console)
  }
}
