import {Command} from '../../lib/command.ts'
import {type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import {statusReply, statusView} from '../../sandbox/views.ts'
import {withSandbox} from '../../sandbox/with-sandbox.ts'

export default class Status extends Command {
  static override readonly shape = {
    summary: 'Show where the sandbox is kept and what is in it',
    parameters: {},
    reply: statusReply,
    examples: [
      ['File, clock and counts', ''],
      ['How many numbers are for sale', "--jq '.counts.numbers | .total - .provisioned'"],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const status = await withSandbox(this.console.paths, (sandbox) => sandbox.status())
    await printReply(statusReply, statusView(status), this.console)
  }
}
