import {collect} from '../collect.ts'
import {type ExitCode} from '../exit-code.ts'
import {type DebugFormat} from '../parsable.ts'
import {cellText, chooseColumns, columnNames, toColumns, valueAt, type ColumnSpec} from './columns.ts'
import {reportError} from './error.ts'
import {type OutputFormat} from './format.ts'
import {grouped} from './grouped.ts'
import {note, warn} from './messages.ts'
import {jsonText, projected, rowFormats, type RowContext} from './row-formats.ts'
import {visible} from './sanitise.ts'
import {parseSortKeys, sortRows, type SortKey} from './sort.ts'
import {type Terminal} from './terminal.ts'
import {matches, parseConditions, type Condition} from './where.ts'

/** What the user said about output; texts as they were typed. */
export interface PrinterOptions {
  terminal: Terminal
  format: OutputFormat
  columns?: readonly string[] | undefined
  where?: readonly string[] | undefined
  sortBy?: readonly string[] | undefined
  /** A jq program, already checked. */
  jq?: string | undefined
  /** Whether errors show their stack. */
  debug?: DebugFormat | undefined
  /** Whether something has been changed by the time that there is anything to print. */
  changes?: boolean | undefined
}

/** What the command says about the shape of its data. */
export interface View {
  columns: readonly ColumnSpec[]
  /** Field that `-o id` prints. */
  idField?: string | undefined
  /** Field of an object that stands alone for it where no format is chosen. */
  alone?: string | undefined
}

export interface ListView extends View {
  /** What the rows are, in the plural: `numbers`. */
  noun: string
  /** What the command itself selects rows by, beside `--where`. */
  conditions?: readonly Condition[] | undefined
  /** How many of the rows that are left, in their order, to leave out first. */
  offset?: number | undefined
  /** How many rows to show at most, of those that `--where` leaves and in their order; all unless said. */
  limit?: number | undefined
  /** How a terminal shows a row, where a table does not suit: rows that come one by one. */
  line?: ((row: unknown, terminal: Terminal) => string) | undefined
  /** How many rows exist, once known: asked when all rows have been written. */
  total?: (() => number | undefined) | undefined
}

type Source = AsyncIterable<unknown> | Iterable<unknown>

/** How many rows came, were left by `--where`, and were shown. */
interface Seen {
  fetched: number
  matched: number
  shown: number
}

/** Writes what a command has to say, in the format that the user chose: data to stdout, everything else to stderr. */
export class Printer {
  private readonly terminal: Terminal
  private readonly conditions: readonly Condition[]
  private readonly sortKeys: readonly SortKey[]
  private readonly wanted: readonly string[] | undefined

  /** Throws a usage error for a malformed `--where` or `--sort-by`. */
  constructor(private readonly options: PrinterOptions) {
    this.terminal = options.terminal
    this.conditions = parseConditions(options.where ?? [])
    this.sortKeys = parseSortKeys(columnNames(options.sortBy))
    const wanted = columnNames(options.columns)
    this.wanted = wanted.length === 0 ? undefined : wanted
  }

  /** What it writes; `--jq` reads JSON. */
  get format(): OutputFormat {
    return this.options.jq === undefined ? this.options.format : 'json'
  }

  /** Whether what is printed is for people rather than programs. */
  get isForPeople(): boolean {
    return this.options.format === 'table' && this.options.jq === undefined
  }

  /** Writes rows as they come, and returns how many. Sorting and `--jq` need them all first. */
  async rows(source: Source, view: ListView): Promise<number> {
    const seen = {fetched: 0, matched: 0, shown: 0}
    await this.show(this.selected(source, seen, view), view)
    await this.noteRest(seen, view)
    return seen.shown
  }

  /** Writes one value, mostly an object: in a table a line for each field. */
  async object(value: unknown, view: View): Promise<void> {
    if (this.options.jq !== undefined) return this.jq(await this.projectedValue(value, view))
    const {format} = this.options
    if (format === 'csv' || format === 'id' || format === 'ndjson') {
      return this.write(rowFormats[format](iterate([value]), this.context(view)))
    }
    if (format === 'table' && view.alone !== undefined && this.wanted === undefined)
      return this.alone(valueAt(value, view.alone))
    if (format === 'table') return this.fields(value, view)
    return this.document(await this.projectedValue(value, view))
  }

  /** Text that the service sent. JSON and YAML have it as a string. */
  async text(value: string): Promise<void> {
    const {format, jq} = this.options
    if (jq !== undefined) return this.jq(value)
    if (format === 'json' || format === 'yaml') return this.document(value)
    if (format === 'ndjson') return this.terminal.out(`${jsonText(this.terminal)(JSON.stringify(value))}\n`)
    const shown = this.shown(value)
    await this.terminal.out(shown.endsWith('\n') ? shown : `${shown}\n`)
  }

  /**
   * A reply without content. `done` tells people. JSON and YAML must be one document, and the one for nothing is `null`:
   * every jq path on it yields null again, where an empty object would pass for a reply.
   */
  async empty(done: string): Promise<void> {
    const {format, jq} = this.options
    if (jq !== undefined) return this.jq(null)
    if (format === 'json' || format === 'yaml') return this.document(null)
    if (format === 'table') await this.note(done)
  }

  /** Text of a format of its own, as it comes. */
  async texts(pieces: AsyncIterable<string>): Promise<void> {
    for await (const piece of pieces) {
      await this.terminal.out(this.terminal.stdoutIsTty ? visible(piece, '\r\n\t') : piece)
    }
  }

  /** Bytes as they are. */
  async bytes(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of chunks) await this.terminal.out(chunk)
  }

  /** A line for people, on stderr. */
  note(text: string): Promise<void> {
    return note(this.terminal, text)
  }

  warn(text: string): Promise<void> {
    return warn(this.terminal, text)
  }

  /** Tells a failure and returns its exit code. */
  error(error: unknown): Promise<ExitCode> {
    const {terminal, jq, format, debug} = this.options
    return reportError(error, {terminal, format: jq === undefined ? format : 'json', debug})
  }

  /** Writes the rows that are left. */
  protected async show(rows: AsyncIterable<unknown>, view: ListView): Promise<void> {
    const context = this.context(view)
    if (this.options.jq === undefined) await this.write(this.written(rows, context, view))
    else await this.jq(await collect(projected(rows, context)))
  }

  private written(rows: AsyncIterable<unknown>, context: RowContext, {line}: ListView): AsyncIterable<string> {
    const {terminal, wanted} = this
    const inLines =
      line !== undefined && this.options.format === 'table' && terminal.stdoutIsTty && wanted === undefined
    return inLines ? linesOf(rows, (row) => line(row, terminal)) : rowFormats[this.options.format](rows, context)
  }

  private async *selected(source: Source, seen: Seen, {limit = Infinity, offset = 0, conditions = []}: ListView) {
    const matching = this.matching(source, seen, [...this.conditions, ...conditions])
    const rows = this.sortKeys.length === 0 ? matching : sortRows(await collect(matching), this.sortKeys)
    let left = offset
    for await (const row of rows) {
      if (left-- > 0) continue
      seen.shown += 1
      yield row
      if (seen.shown >= limit) return
    }
  }

  private async *matching(source: Source, seen: Seen, conditions: readonly Condition[]): AsyncIterable<unknown> {
    for await (const row of source) {
      seen.fetched += 1
      if (!matches(row, conditions)) continue
      seen.matched += 1
      yield row
    }
  }

  /** A value as text, of a list each on a line of its own. */
  private async alone(value: unknown): Promise<void> {
    const lines = [value].flat().map((line) => this.shown(cellText(line)))
    await this.terminal.out(lines.map((line) => (line.endsWith('\n') ? line : `${line}\n`)).join(''))
  }

  private shown(text: string): string {
    return this.terminal.stdoutIsTty ? visible(text, '\n\t') : text
  }

  private async fields(value: unknown, view: View): Promise<void> {
    const {terminal} = this
    const columns = chooseColumns(this.wanted, toColumns(view.columns), value)
    if (columns.length === 0) return
    if (!terminal.stdoutIsTty) return this.write(rowFormats.table(iterate([value]), this.context(view)))
    const {fieldTable} = await import('./table.ts')
    await terminal.out(fieldTable(value, columns, terminal))
  }

  private async document(value: unknown): Promise<void> {
    const {terminal} = this
    if (this.options.format !== 'yaml') {
      return terminal.out(`${jsonText(terminal)(JSON.stringify(value ?? null, null, 2))}\n`)
    }
    const {stringify} = await import('yaml')
    const text = stringify(value, {aliasDuplicateObjects: false})
    await terminal.out(terminal.stdoutIsTty ? visible(text, '\n') : text)
  }

  private async jq(value: unknown): Promise<void> {
    const {runJq, runJqOnChange} = await import('./jq.ts')
    await (this.options.changes === true ? runJqOnChange : runJq)(value, this.options.jq ?? '.', this.terminal)
  }

  private async projectedValue(value: unknown, view: View): Promise<unknown> {
    const [first] = await collect(projected(iterate([value]), this.context(view)))
    return first
  }

  private async write(pieces: AsyncIterable<string>): Promise<void> {
    for await (const piece of pieces) await this.terminal.out(piece)
  }

  private async noteRest(
    {fetched, matched, shown}: Seen,
    {noun, total, offset = 0, conditions = []}: ListView,
  ): Promise<void> {
    const all = total?.() ?? fetched
    if ((fetched < all || shown < matched - offset) && this.terminal.stderrIsTty) {
      const part =
        this.conditions.length + conditions.length > 0
          ? `the first ${grouped(shown)} matching`
          : `${grouped(shown)} of ${grouped(all)}`
      await this.note(`Showing ${part} ${noun}. Use --all or --limit for more.`)
    } else if (shown === 0 && this.options.format === 'table' && this.options.jq === undefined) {
      await this.note(`No ${noun} found.`)
    }
  }

  private context(view: View): RowContext {
    return {terminal: this.terminal, declared: toColumns(view.columns), wanted: this.wanted, idField: view.idField}
  }
}

async function* linesOf(rows: AsyncIterable<unknown>, line: (row: unknown) => string): AsyncIterable<string> {
  for await (const row of rows) yield line(row)
}

async function* iterate(values: readonly unknown[]): AsyncIterable<unknown> {
  yield* values
}
