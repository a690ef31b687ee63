import {Command} from '../../lib/command.ts'
import {findInHistory, historyDetails, type HistoryDetails, requestLine} from '../../lib/history/history-view.ts'
import {object, type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import {integer} from '../../lib/parameters.ts'

export default class Get extends Command {
  static override readonly shape = {
    summary: 'Show one command that was run, with its requests',
    parameters: {
      number: integer('NUMBER', 'command to show, as history has it; the last one if left out', {
        required: false,
        min: 1,
      }),
    },
    reply: object<HistoryDetails>({
      columns: [
        'number',
        'time',
        'command_line',
        'profile',
        'exit',
        'code',
        'milliseconds',
        'trace_ids',
        'request_count',
        {path: 'requests', format: (requests) => (requests as HistoryDetails['requests']).map(requestLine).join('\n')},
      ],
      id: 'number',
    }),
    examples: [],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {number} = await this.values(Get.shape)
    const entry = findInHistory(this.console.paths.history, number)
    await printReply(Get.shape.reply, historyDetails(entry), this.console)
  }
}
