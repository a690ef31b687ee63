import {type Console} from '../console.ts'
import {checkInteger} from '../input/checks.ts'
import {type Terminal} from '../output/terminal.ts'
import {type Reply} from './declaration.ts'

/** Prints rows that are at hand: as many as `--limit` or the reply says, or all. `line` is how a terminal shows one, where a table does not suit. */
export async function printRows<T>(
  {columns, id, noun, limit: usual}: Reply,
  rows: Iterable<T> | AsyncIterable<T>,
  flags: Readonly<Record<string, unknown>>,
  {printer}: Pick<Console, 'printer'>,
  line?: (row: T, terminal: Terminal) => string,
): Promise<void> {
  const limit = flags['all'] === true ? undefined : (limitOf(flags) ?? usual)
  const shown = line && ((row: unknown, terminal: Terminal) => line(row as T, terminal))
  await printer.rows(rows, {columns, idField: id, noun, limit, line: shown})
}

/** What `--limit` says. */
function limitOf(flags: Readonly<Record<string, unknown>>): number | undefined {
  const typed = flags['limit'] as string | undefined
  return typed === undefined ? undefined : checkInteger(typed, '--limit', {min: 1})
}
