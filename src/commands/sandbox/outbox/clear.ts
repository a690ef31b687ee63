import {Command} from '../../../lib/command.ts'
import {empty, type Shape} from '../../../lib/operation/declaration.ts'
import {withSandbox} from '../../../sandbox/with-sandbox.ts'

export default class Clear extends Command {
  static override readonly shape = {
    summary: 'Empty the outbox of the sandbox',
    description: 'Conversations keep their messages.',
    parameters: {},
    reply: empty('The outbox is empty.'),
    effect: {changes: 'empty the outbox', destructive: true, idempotent: true},
    examples: [['Before a test', '']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    await this.values(Clear.shape)
    await this.confirm(Clear.shape.effect, [])
    const {outbox} = await import('../../../sandbox/outbox.ts')
    const cleared = await withSandbox(this.console.paths, ({store}) => store.collection(outbox).deleteWhere({}))
    await this.console.printer.empty(cleared === 1 ? 'Removed 1 message.' : `Removed ${cleared} messages.`)
  }
}
