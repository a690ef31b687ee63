import {Command} from '../../lib/command.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {outcomes, type Shape} from '../../lib/operation/declaration.ts'
import {visible} from '../../lib/output/sanitise.ts'
import {paint} from '../../lib/output/style.ts'
import {text} from '../../lib/parameters.ts'
import {type Exchange} from '../../lib/recording/exchange.ts'
import {readHar} from '../../lib/recording/read-har.ts'
import {Replay, type Replayed} from '../../lib/recording/replay.ts'

export default class ReplayCommand extends Command {
  static override readonly shape = {
    summary: 'Repeat the requests of a recording and show how the replies differ',
    description:
      'Status and body are compared, headers are not. Requests that change something are only repeated with --yes; those that need a secret, which recordings have masked, are left out. Exits with 11 when something differs.',
    parameters: {
      file: text('FILE', 'recording (HAR) to repeat'),
      against: text('--against', 'profile to send them with, in place of the one in force', {valueName: 'PROFILE'}),
    },
    effect: {changes: 'repeat the requests of'},
    reply: outcomes<Replayed>({
      columns: ['number', 'outcome', 'recorded', 'replied', 'method', 'path', 'message'],
      id: 'number',
      noun: 'requests',
    }),
    tool: false,
    examples: [['On the sandbox', 'calls.har --against sandbox']],
  } satisfies Shape

  async run(): Promise<void> {
    const {file, against} = await this.values(ReplayCommand.shape)
    if (against !== undefined) this.console.useProfile(against)
    const exchanges = await readHar(file, this.console.terminal)
    const {pathname} = new URL(this.console.settings.values.api_host)
    const replay = new Replay(async () => (await this.console.connection()).client, {
      basePath: pathname.replace(/\/+$/, ''),
      changes: this.flags['yes'] === true,
    })
    if (exchanges.some((exchange) => replay.changes(exchange))) await this.confirm(ReplayCommand.shape.effect, [file])
    this.console.record.listen(replay.observe)
    const rows: Replayed[] = []
    const {columns, id, noun} = ReplayCommand.shape.reply
    await this.console.printer.rows(repeated(exchanges, replay, rows), {columns, idField: id, noun})
    if (this.console.printer.isForPeople) await this.#showDifferences(rows)
    if (rows.some(({outcome}) => outcome === 'failed')) this.console.exitCode = ExitCode.PartlyFailed
    else if (rows.some(({outcome}) => outcome === 'different')) this.console.exitCode = ExitCode.Differences
  }

  async #showDifferences(rows: readonly Replayed[]): Promise<void> {
    const {terminal} = this.console
    for (const {number, method, path, difference} of rows) {
      if (difference === null) continue
      const lines = ['', `${number} ${method} ${path}`, ...difference.trimEnd().split('\n')]
      const shown = lines.map((line) => paint(terminal.colour.stdout, styleOf(line), visible(line, '\t')))
      await terminal.out(shown.map((line) => `${line}\n`).join(''))
    }
  }
}

function styleOf(line: string) {
  if (line.startsWith('+')) return 'green'
  if (line.startsWith('-')) return 'red'
  return line.startsWith('@@') ? 'cyan' : 'reset'
}

/** The requests one after another: what one changes, the next may need. */
async function* repeated(exchanges: readonly Exchange[], replay: Replay, rows: Replayed[]): AsyncGenerator<Replayed> {
  for (const [index, exchange] of exchanges.entries()) {
    const row = await replay.repeat(exchange, index + 1)
    rows.push(row)
    yield row
  }
}
