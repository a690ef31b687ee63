import {type Console} from '../console.ts'
import {checkInteger} from '../input/checks.ts'
import {type Reply} from './declaration.ts'

/** Prints rows that are at hand: all, unless `--limit` says otherwise. */
export async function printRows(
  {columns, id, noun}: Reply,
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  flags: Readonly<Record<string, unknown>>,
  {printer}: Pick<Console, 'printer'>,
): Promise<void> {
  await printer.rows(rows, {columns, idField: id, noun, limit: limitOf(flags)})
}

/** What `--limit` says. Throws a usage error for what is no number: commands that ask for rows all at once look before. */
export function limitOf(flags: Readonly<Record<string, unknown>>): number | undefined {
  const typed = flags['limit'] as string | undefined
  return typed === undefined ? undefined : checkInteger(typed, '--limit', {min: 1})
}
