import {Command} from '../../lib/command.ts'
import {list, type Shape} from '../../lib/operation/declaration.ts'
import {printRows} from '../../lib/operation/print-rows.ts'
import {text} from '../../lib/parameters.ts'
import {readHar} from '../../lib/recording/read-har.ts'
import {bar, type Timeline, type TimelineRow, timelineRows} from '../../lib/recording/timeline.ts'

export default class Show extends Command {
  static override readonly shape = {
    summary: 'Show a recording: its requests, failures first, with a waterfall of their times',
    description:
      'The recording may be one of --har or of a browser. In the waterfall, ░ is waiting for a connection, ▒ for the reply, █ is reading it. -o json has headers and bodies, too; secrets are masked.',
    parameters: {
      file: text('FILE', 'recording (HAR) to show'),
    },
    reply: list<TimelineRow>({
      columns: [
        'number',
        'status',
        'method',
        {path: 'url', format: (url) => withoutOrigin(String(url))},
        {path: 'milliseconds', header: 'MS'},
        {path: 'timeline', header: 'WATERFALL', format: (timeline) => bar(timeline as Timeline)},
        'error',
      ],
      id: 'number',
      noun: 'requests',
      paging: 'none',
    }),
    examples: [['A recording that --har made', 'calls.har']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {file} = await this.values(Show.shape)
    const exchanges = await readHar(file, this.console.terminal)
    await printRows(Show.shape.reply, timelineRows(exchanges), this.flags, this.console)
  }
}

function withoutOrigin(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, '')
}
