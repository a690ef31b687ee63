import {Command} from '../../../lib/command.ts'
import {usageError} from '../../../lib/errors.ts'
import {empty, type Shape} from '../../../lib/operation/declaration.ts'
import {prose, text} from '../../../lib/parameters.ts'
import {lambdas} from '../../../sandbox/lambdas/lambdas.ts'
import {syntaxProblem} from '../../../sandbox/lambdas/run-script.ts'
import {withSandbox} from '../../../sandbox/with-sandbox.ts'

export default class Set extends Command {
  static override readonly shape = {
    summary: 'Give the sandbox a function of your own',
    description:
      'The script is the body of a JavaScript function of params, which is what lambdas invoke sends; what it returns is ' +
      'the result. It sees the language alone, has a second, and is not asynchronous. One of that name is replaced.',
    parameters: {
      name: text('NAME', 'what it is called'),
      script: prose('--script', 'its JavaScript; @FILE reads a file, - standard input', {
        required: true,
        valueName: 'TEXT|@FILE|-',
      }),
    },
    reply: empty('The sandbox has the function.'),
    effect: {changes: 'set the function', idempotent: true},
    examples: [['A greeting', 'greet --script \'return {text: "Hello " + params.name}\'']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {name, script} = await this.values(Set.shape)
    if (!/^[\w.-]+$/.test(name)) throw usageError(`NAME: “${name}” has more than letters, digits, “.”, “-” and “_”.`)
    const problem = syntaxProblem(script)
    if (problem !== undefined) throw usageError(`--script is not the body of a function: ${problem}`)
    await withSandbox(this.console.paths, ({store}) => store.collection(lambdas).put({name, script}))
    await this.console.printer.empty(Set.shape.reply.done)
  }
}
