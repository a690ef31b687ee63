import {Command} from '../lib/command.ts'
import {readHistory} from '../lib/history/history-file.ts'
import {historyRow, type HistoryRow} from '../lib/history/history-view.ts'
import {list, type Shape} from '../lib/operation/declaration.ts'
import {printRows} from '../lib/operation/print-rows.ts'

export default class History extends Command {
  static override readonly shape = {
    summary: 'List the commands that were run on this machine, the last first',
    description:
      'Secrets are masked, and what came from standard input is not kept. Entries are kept for 30 days; commsctl config set history off ends it.',
    parameters: {},
    reply: list<HistoryRow>({
      columns: [
        'number',
        'time',
        'exit',
        {path: 'milliseconds', header: 'MS'},
        'command_line',
        {path: 'trace_ids', header: 'TRACE'},
      ],
      id: 'number',
      noun: 'commands',
      paging: 'none',
      limit: 20,
    }),
    examples: [
      ['The last ones', ''],
      ['Those that the service refused', '--where exit=6 --all'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    await printRows(
      History.shape.reply,
      readHistory(this.console.paths.history).map(historyRow),
      this.flags,
      this.console,
    )
  }
}
