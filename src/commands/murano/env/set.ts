import {Command} from '../../../lib/command.ts'
import {type Environment, getEnvironment, setEnvironment} from '../../../lib/murano/environment-calls.ts'
import {namedValues} from '../../../lib/murano/named-values.ts'
import {solution} from '../../../lib/murano/parameters.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'

export default class Set extends Command {
  static override readonly shape = {
    summary: 'Set environment variables of a solution',
    description: 'Others stay as they are.',
    parameters: {
      id: solution(),
      values: namedValues('what to set, each as NAME=VALUE; - and @FILE in place of a value are read'),
    },
    effect: {changes: 'set environment variables of', idempotent: true},
    reply: object<Environment>({columns: []}),
    dryRun: true,
    examples: [['Two variables', 'REGION=eu LEVEL=debug --solution Sandpit']],
  } as const satisfies Shape
  static override readonly calls = [getEnvironment, setEnvironment]

  async run(): Promise<void> {
    const {id, values} = await this.values(Set.shape)
    const before = await this.call(getEnvironment, {id})
    const variables = {...before, ...Object.fromEntries(values)}
    if (this.flags['dry-run'] === true) return this.showRequest(setEnvironment, {id, variables})
    await this.call(setEnvironment, {id, variables})
    await printReply(Set.shape.reply, variables, this.console)
  }
}
