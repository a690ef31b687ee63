import {type Console} from '../console.ts'
import {checkInteger} from '../input/checks.ts'
import {type Reply} from './declaration.ts'

/** Prints rows that are at hand: as many as `--limit` or the reply says, or all. */
export async function printRows(
  {columns, id, noun, limit: usual}: Reply,
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  flags: Readonly<Record<string, unknown>>,
  {printer}: Pick<Console, 'printer'>,
): Promise<void> {
  const limit = flags['all'] === true ? undefined : (limitOf(flags) ?? usual)
  await printer.rows(rows, {columns, idField: id, noun, limit})
}

/** What `--limit` says. */
function limitOf(flags: Readonly<Record<string, unknown>>): number | undefined {
  const typed = flags['limit'] as string | undefined
  return typed === undefined ? undefined : checkInteger(typed, '--limit', {min: 1})
}
