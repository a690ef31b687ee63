import {Command} from '../command.ts'
import {type OperationClass} from '../operation.ts'
import {type Shape} from './declaration.ts'
import {runOperation} from './run.ts'

/** One command for a call on one thing and a call on several, whose arguments it takes: their number decides. */
export function oneOrMany<M extends OperationClass>(one: OperationClass, many: M): typeof Command & Pick<M, 'shape'> {
  const oneName = argumentOf(one.shape)
  const manyName = argumentOf(many.shape)
  return class extends Command {
    static override readonly shape = Object.defineProperty(
      {...many.shape, examples: [...one.shape.examples, ...many.shape.examples]},
      'takesRows',
      {value: true},
    )
    static override readonly calls = [one, many]

    async run(): Promise<void> {
      if (await this.runRows(many.shape)) return
      const {[manyName]: things, ...values} = (await this.values(many.shape)) as Record<string, unknown>
      const [first, ...others] = things as unknown[]
      const [{shape}, inputs] = others.length === 0 ? [one, {[oneName]: first}] : [many, {[manyName]: things}]
      await runOperation(shape, {...values, ...inputs}, this.flags, this.console)
    }
  }
}

function argumentOf({parameters}: Shape): string {
  const [name] = Object.entries(parameters).find(([, {usage}]) => !usage.startsWith('--')) ?? []
  if (name === undefined) throw new TypeError('A call on one or many things has an argument for them.')
  return name
}
