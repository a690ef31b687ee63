import {cellText, chooseColumns, noIdError, valueAt, type Column} from './columns.ts'
import {type OutputFormat} from './format.ts'
import {note} from './messages.ts'
import {tabSeparable, visible, visibleJson} from './sanitise.ts'
import {type Terminal} from './terminal.ts'

export interface RowContext {
  terminal: Terminal
  /** What the command declares. */
  declared: readonly Column[]
  /** What the user asked for. */
  wanted: readonly string[] | undefined
  idField: string | undefined
}

type Rows = AsyncIterable<unknown>

/** Rows as pieces of text, in order; none is held longer than needed. */
export type RowFormat = (rows: Rows, context: RowContext) => AsyncIterable<string>

/** How each format writes rows. A failure in the middle leaves what was written unfinished, so JSON cut short does not parse. */
export const rowFormats: Readonly<Record<OutputFormat, RowFormat>> = {table, json, ndjson, csv, yaml, id}

/** So many rows decide the widths of a terminal's columns. */
const blockSize = 500

async function* table(rows: Rows, context: RowContext) {
  if (!context.terminal.stdoutIsTty) return yield* tabSeparated(rows, context)
  const {TerminalTable} = await import('./table.ts')
  let drawn: InstanceType<typeof TerminalTable> | undefined
  for await (const block of blocks(rows, blockSize)) {
    if (drawn === undefined) {
      drawn = new TerminalTable(columnsFor(context, block[0]), block, context.terminal)
      yield drawn.header()
    }
    yield drawn.rows(block)
  }
  if (!drawn?.left.length) return
  const names = drawn.left.map((column) => column.path).join(', ')
  await note(context.terminal, `Too narrow for: ${names}. Use --columns, a wider terminal or another --output.`)
}

async function* tabSeparated(rows: Rows, context: RowContext) {
  let columns: Column[] | undefined
  for await (const row of rows) {
    columns ??= columnsFor(context, row)
    yield `${columns.map(({path}) => tabSeparable(cellText(valueAt(row, path)))).join('\t')}\n`
  }
}

async function* json(rows: Rows, context: RowContext) {
  const show = jsonText(context.terminal)
  let before = '[\n'
  for await (const row of projected(rows, context)) {
    yield `${before}  ${show(JSON.stringify(row, null, 2)).replaceAll('\n', '\n  ')}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

async function* ndjson(rows: Rows, context: RowContext) {
  const show = jsonText(context.terminal)
  for await (const row of projected(rows, context)) yield `${show(JSON.stringify(row))}\n`
}

/**
 * RFC 4180 with a header, except that lines end as Unix tools expect. Cells that begin with `=`, `+`, `-` or `@` stay as
 * they are: this is data for programs, and every E.164 number begins with a plus.
 */
async function* csv(rows: Rows, context: RowContext) {
  const {stringify} = await import('csv-stringify/sync')
  const show = context.terminal.stdoutIsTty ? (text: string) => visible(text, '\n') : (text: string) => text
  let columns: Column[] | undefined
  for await (const row of rows) {
    if (columns === undefined) {
      columns = columnsFor(context, row)
      yield show(stringify([columns.map(({path}) => path)]))
    }
    yield show(stringify([columns.map(({path}) => cellText(valueAt(row, path)))]))
  }
  if (columns === undefined) yield stringify([columnsFor(context, undefined).map(({path}) => path)])
}

async function* yaml(rows: Rows, context: RowContext) {
  const {stringify} = await import('yaml')
  const show = context.terminal.stdoutIsTty ? (text: string) => visible(text, '\n') : (text: string) => text
  let empty = true
  for await (const row of projected(rows, context)) {
    yield show(stringify([row], {aliasDuplicateObjects: false}))
    empty = false
  }
  if (empty) yield '[]\n'
}

async function* id(rows: Rows, {idField, terminal}: RowContext) {
  if (idField === undefined) throw noIdError()
  const show = terminal.stdoutIsTty ? visible : tabSeparable
  for await (const row of rows) {
    const value = cellText(valueAt(row, idField))
    if (value !== '') yield `${show(value)}\n`
  }
}

/** Rows with the fields the user asked for and no others; as they came when none were. */
export async function* projected(rows: Rows, context: RowContext): AsyncIterable<unknown> {
  let columns: Column[] | undefined
  for await (const row of rows) {
    if (context.wanted === undefined) yield row
    else {
      columns ??= columnsFor(context, row)
      yield Object.fromEntries(columns.map(({path}) => [path, valueAt(row, path) ?? null]))
    }
  }
}

export function jsonText(terminal: Terminal): (json: string) => string {
  return terminal.stdoutIsTty ? visibleJson : (json) => json
}

function columnsFor({wanted, declared}: RowContext, first: unknown): Column[] {
  return chooseColumns(wanted, declared, first)
}

async function* blocks(rows: Rows, size: number): AsyncIterable<unknown[]> {
  let block: unknown[] = []
  for await (const row of rows) {
    block.push(row)
    if (block.length < size) continue
    yield block
    block = []
  }
  if (block.length > 0) yield block
}
