import {Command} from '../../lib/command.ts'
import {empty, type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import {integer} from '../../lib/parameters.ts'
import {withSandbox} from '../../sandbox/with-sandbox.ts'

export default class Reset extends Command {
  static override readonly shape = {
    summary: 'Bring the sandbox back to its first state',
    description:
      'Records, contents of files, clock and faults are as in a new sandbox; tokens given out before are no longer valid.',
    parameters: {
      numbers: integer('--numbers', 'how many numbers are for sale; as before if left out', {min: 1}),
    },
    reply: empty('The sandbox is as new.'),
    effect: {changes: 'reset the sandbox', destructive: true, idempotent: true},
    examples: [['Start afresh', '']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {numbers} = await this.values(Reset.shape)
    await this.console.confirm('Everything in the sandbox is lost. Reset it?')
    await withSandbox(this.console.paths, (sandbox) => sandbox.reset(), {...(numbers !== undefined && {numbers})})
    await printReply(Reset.shape.reply, undefined, this.console)
  }
}
