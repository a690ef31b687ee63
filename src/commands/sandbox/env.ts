import {Command} from '../../lib/command.ts'
import {object, type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import {choice, integer} from '../../lib/parameters.ts'
import {shellQuoted} from '../../lib/shell-quote.ts'
import {defaultPort} from '../../sandbox/serve.ts'
import {sandboxEnvironment, seededUsers} from '../../sandbox/environment.ts'

const userNames = Object.keys(seededUsers) as (keyof typeof seededUsers)[]

export default class Env extends Command {
  static override readonly shape = {
    summary: 'Print variables that lead other programs to the sandbox',
    description: 'The port is where “commsctl sandbox serve” listens. Without -o, lines that a shell can evaluate.',
    parameters: {
      port: integer('--port', 'port of the sandbox’s server', {default: defaultPort, min: 1, max: 65_535}),
      as: choice('--as', 'the user to sign in as', userNames, {default: 'admin'}),
    },
    reply: object<Record<string, string>>({columns: []}),
    examples: [
      ['To be evaluated by a shell', ''],
      ['A user who may only read, as JSON', '--as reader -o json'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {port, as} = await this.values(Env.shape)
    const environment = sandboxEnvironment(port, seededUsers[as])
    if (this.console.printing.isFormatTyped) return printReply(Env.shape.reply, environment, this.console)
    const lines = Object.entries(environment).map(([name, value]) => `export ${name}=${shellQuoted(value)}\n`)
    await this.console.terminal.out(lines.join(''))
  }
}
