import {chooseColumns, columnNames, toColumns} from '../output/columns.ts'
import {type PrinterOptions, type View} from '../output/printer.ts'
import {paint} from '../output/style.ts'
import {type Change, type Marked} from './row-changes.ts'

const marks: Readonly<Record<Change, string>> = {same: ' ', new: '+', changed: '~', gone: '-'}
const styles = {new: 'green', changed: 'yellow', gone: 'red'} as const
const margin = 2

/** A table for a terminal, in lines; what has changed is marked at their beginning, and coloured. */
export async function tableLines(
  marked: readonly Marked[],
  view: View,
  {terminal, columns: wanted}: PrinterOptions,
): Promise<string[]> {
  const rows = marked.map(({row}) => row)
  if (rows.length === 0) return []
  const {TerminalTable} = await import('../output/table.ts')
  const columns = chooseColumns(columnNames(wanted), toColumns(view.columns), rows[0])
  const {colour, width} = terminal
  const table = new TerminalTable(columns, rows, {colour, width: width - margin})
  const body = table.rows(rows).trimEnd().split('\n')
  const isColoured = colour.stdout
  return [
    `${' '.repeat(margin)}${table.header().trimEnd()}`,
    ...body.map((line, at) => markedLine(line, marked[at]?.change ?? 'same', isColoured)),
  ]
}

/** Lines of a text; those that the one before did not have are marked. */
export function textLines(text: string, before: string | undefined, isColoured: boolean): string[] {
  const known = new Set((before ?? text).split('\n'))
  const lines = text.trimEnd().split('\n')
  return lines.map((line) => markedLine(line, known.has(line) ? 'same' : 'changed', isColoured))
}

function markedLine(line: string, change: Change, isColoured: boolean): string {
  const whole = `${marks[change]} ${line}`
  return change === 'same' ? whole : paint(isColoured, styles[change], whole)
}
