import {Command} from '../../../lib/command.ts'
import {CliError} from '../../../lib/errors.ts'
import {ExitCode} from '../../../lib/exit-code.ts'
import {empty, type Shape} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'
import {lambdas} from '../../../sandbox/lambdas/lambdas.ts'
import {withSandbox} from '../../../sandbox/with-sandbox.ts'

export default class Delete extends Command {
  static override readonly shape = {
    summary: 'Take a function out of the sandbox',
    parameters: {
      name: text('NAME', 'function to delete'),
    },
    reply: empty('The function is deleted.'),
    effect: {changes: 'delete the function', destructive: true},
    examples: [['One of a fresh sandbox', 'echo']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {name} = await this.values(Delete.shape)
    await this.confirm(Delete.shape.effect, [name])
    const isGone = await withSandbox(this.console.paths, ({store}) => store.collection(lambdas).delete(name))
    if (!isGone) throw unknownLambda(name)
    await this.console.printer.empty(Delete.shape.reply.done)
  }
}

function unknownLambda(name: string): CliError {
  return new CliError(`There is no function ${name}.`, {
    code: 'unknown-lambda',
    exit: ExitCode.NotFound,
    hint: 'To see which there are: commsctl lambdas list --profile sandbox',
  })
}
