import {Command} from '../../lib/command.ts'
import {entriesOf, entryList} from '../../lib/journal/ledger-reply.ts'
import {type Shape} from '../../lib/operation/declaration.ts'
import {printRows} from '../../lib/operation/print-rows.ts'

export default class List extends Command {
  static override readonly shape = {
    summary: 'List what cost money, could not be undone, cut people off or can be undone',
    description:
      'The latest first. Outcome unknown is an action whose end nobody has seen: the process was killed, or the reply was ' +
      'lost; of a batch, its job tells more. What the service refused is not among them.',
    parameters: {},
    reply: entryList,
    examples: [
      ['The last ten', '--limit 10'],
      ['Those of one command', '--where command="numbers release"'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    await printRows(List.shape.reply, (await entriesOf(this.console)).reverse(), this.flags, this.console)
  }
}
