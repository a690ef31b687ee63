import {columnNames} from '../lib/output/columns.ts'
import {Command} from '../lib/command.ts'
import {list, type Shape} from '../lib/operation/declaration.ts'
import {checkInterval} from '../lib/input/checks.ts'
import {duration, texts} from '../lib/parameters.ts'
import {type WatchedState} from '../lib/status/course.ts'

export default class Status extends Command {
  static override readonly shape = {
    summary: 'Show which services of both platforms answer, and how fast',
    description:
      'Asks each service with its cheapest call that only reads, once and without repeating it. “refused” answers, but not ' +
      'with what was asked for; “unknown” could not be asked. Exits with 10 when one is down, also at the end of a watch.',
    parameters: {
      services: texts('--services', 'services to ask, with commas between them; all if left out', {
        in: 'local',
        valueName: 'NAME,…',
      }),
      watch: duration(
        '--watch',
        'look again so long after each look, 5 s unless said, until Ctrl-C',
        {in: 'local', valueName: '[TIME]', bare: '5s', endless: true},
        checkInterval,
      ),
    },
    reply: list<WatchedState>({
      columns: ['platform', 'service', 'path', 'state', {path: 'milliseconds', header: 'MS'}, 'api_version', 'message'],
      id: 'service',
      noun: 'services',
      paging: 'none',
    }),
    examples: [
      ['All of them', ''],
      ['Those that numbers need', '--services token,sms,accounts'],
      ['The slowest first', '--sort-by -milliseconds'],
    ],
  } satisfies Shape

  async run(): Promise<void> {
    const {services: names, watch: intervalMs} = await this.values(Status.shape)
    const [{services}, {chosenProbes}, {showOnce, watch}] = await Promise.all([
      import('../services.ts'),
      import('../lib/status/probe.ts'),
      import('../lib/status/show.ts'),
    ])
    const probes = chosenProbes(services, columnNames(names))
    const {reply} = Status.shape
    if (intervalMs === undefined) await showOnce(probes, reply, this.flags, this.console)
    else await watch(probes, reply, {flags: this.flags, intervalMs}, this.console)
  }
}
