import {Command} from '../../../lib/command.ts'
import {type Shape} from '../../../lib/operation/declaration.ts'
import {printRows} from '../../../lib/operation/print-rows.ts'
import {faultsReply, faultView} from '../../../sandbox/views.ts'
import {withSandbox} from '../../../sandbox/with-sandbox.ts'

export default class List extends Command {
  static override readonly shape = {
    summary: 'List the faults that requests run into',
    parameters: {},
    reply: faultsReply,
    examples: [['The rules and how often each has struck', '']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const rules = await withSandbox(this.console.paths, ({faults}) => faults.list())
    await printRows(faultsReply, rules.map(faultView), this.flags, this.console)
  }
}
