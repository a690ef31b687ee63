import {Command} from '../../lib/command.ts'
import {usageError} from '../../lib/errors.ts'
import {refuseWhole} from '../../lib/follow/refuse-whole.ts'
import {since} from '../../lib/follow/since.ts'
import {checkInteger} from '../../lib/input/checks.ts'
import {listLogs, pollLogs, streamLogs} from '../../lib/murano/logs/log-calls.ts'
import {levels, lineIdentity, type LogLine} from '../../lib/murano/logs/log-line.ts'
import {isSelected, type LogSelection} from '../../lib/murano/logs/log-selection.ts'
import {solution} from '../../lib/murano/parameters.ts'
import {list, type Shape} from '../../lib/operation/declaration.ts'
import {boolean, choice, text} from '../../lib/parameters.ts'
import {parameter} from '../../lib/parameter.ts'

const grep = parameter<RegExp, '--grep', {in: 'local'; valueName: string}>(
  '--grep',
  'lines whose message or data this regular expression matches',
  {in: 'local', valueName: 'PATTERN'},
  {kind: 'text', check: asPattern},
)

const parameters = {
  id: solution(),
  follow: boolean('--follow', 'go on with lines as they are written', {in: 'local', endless: true}),
  since: since('lines'),
  level: choice('--level', 'lines of this level and more severe ones', levels, {in: 'local'}),
  service: text('--service', 'lines about this service', {in: 'local', valueName: 'ALIAS'}),
  grep,
}

export default class Logs extends Command {
  static override readonly shape = {
    summary: 'Show the log of a solution, and follow it',
    description:
      'The newest lines, oldest first. With --follow, no line is lost or told twice when the connection is made anew; ' +
      'without a connection for longer than --timeout, it fails.',
    parameters,
    reply: list<LogLine>({
      columns: ['timestamp', 'severity', 'service', 'event', 'message'],
      noun: 'lines',
      limit: 50,
      paging: 'none',
    }),
    examples: [
      ['The newest lines', '--solution clinic-monitor'],
      ['What has gone wrong of late', '--level error --since 1h --solution clinic-monitor'],
    ],
  } satisfies Shape<typeof parameters, LogLine>
  static override readonly calls = [listLogs, pollLogs, streamLogs]

  async run(): Promise<void> {
    const {follow, ...values} = await this.values(Logs.shape)
    const {id} = await this.identified(Logs.shape, values)
    const {logText} = await import('../../lib/murano/logs/log-text.ts')
    const lines = follow ? this.followed(id, values) : this.newest(id, values)
    await this.console.printer.rows(lines, {
      ...Logs.shape.reply,
      idField: undefined,
      // Counted here: those that come later are not among them.
      limit: undefined,
      line: (line, terminal) => logText(line as LogLine, terminal),
    })
  }

  private async *newest(id: string, selection: LogSelection): AsyncGenerator<LogLine> {
    const {catchUp} = await import('../../lib/follow/catch-up.ts')
    const {RecentRows} = await import('../../lib/follow/recent-rows.ts')
    const recent = new RecentRows(lineIdentity)
    const {rows} = await catchUp(this.pages(id), recent, (some) => this.isEnough(some, selection))
    yield* this.begin(rows, selection)
  }

  private begin(lines: readonly LogLine[], selection: LogSelection): LogLine[] {
    return lines.filter((line) => isSelected(line, selection)).slice(-this.limit)
  }

  private async *followed(id: string, selection: LogSelection): AsyncGenerator<LogLine> {
    refuseWhole(this.flags, 'lines')
    const {follow} = await import('../../lib/murano/logs/follow.ts')
    const {opener} = await import('../../lib/murano/logs/open-stream.ts')
    const {streamLost} = await import('../../lib/follow/stream-lost.ts')
    const lines = follow({
      open: opener(await this.console.connection(), this.console, id),
      read: this.pages(id),
      isEnough: (some) => this.isEnough(some, selection),
      begin: (some) => this.begin(some, selection),
      lost: (cause, lastTime) => streamLost(cause, this.console, lastTime),
      patienceMs: this.console.timeoutMs,
      signal: this.console.signal,
      warn: (message) => void this.console.warn(message),
    })
    for await (const line of lines) if (isSelected(line, selection)) yield line
  }

  /** Whether older lines are of no interest. */
  private isEnough(newestFirst: readonly LogLine[], selection: LogSelection): boolean {
    const selected = newestFirst.filter((line) => isSelected(line, selection))
    const oldest = newestFirst.at(-1)
    const isBefore = oldest !== undefined && !isSelected(oldest, {since: selection.since})
    return selected.length >= this.limit || isBefore
  }

  private get limit(): number {
    if (this.flags['all'] === true) return Infinity
    const {limit} = this.flags as {limit?: string}
    return limit === undefined ? Logs.shape.reply.limit! : checkInteger(limit, '--limit', {min: 1})
  }

  private pages(id: string) {
    return async (offset: number) => (await this.call(listLogs, {id, offset, limit: 100})).items
  }
}

function asPattern(typed: string): RegExp {
  try {
    return new RegExp(typed)
  } catch (error) {
    throw usageError(`--grep: “${typed}” is no regular expression: ${(error as Error).message}`, {
      code: 'invalid-value',
    })
  }
}
