import {entriesOf, entryArgument} from '../../lib/journal/ledger-reply.ts'
import {Command} from '../../lib/command.ts'
import {empty, type Shape} from '../../lib/operation/declaration.ts'

export default class UndoEntry extends Command {
  static override readonly shape = {
    summary: 'Take back an action that can be taken back',
    description:
      'Numbers that were provisioned are released, assigned ones unassigned, suspended accounts reinstated, and the other ' +
      'way round; ledger list shows what it has done as an entry of its own. Nobody keeps a released number for you: it may ' +
      'be gone.',
    parameters: {entry: entryArgument},
    effect: {changes: 'undo entry'},
    reply: empty('It is undone.'),
    tool: false,
    examples: [],
  } satisfies Shape

  async run(): Promise<void> {
    const {entry: id} = await this.values(UndoEntry.shape)
    const {undoEntry} = await import('../../lib/journal/undo-entry.ts')
    await undoEntry(await entriesOf(this.console), id, this.console)
    await this.console.printer.empty(UndoEntry.shape.reply.done)
  }
}
