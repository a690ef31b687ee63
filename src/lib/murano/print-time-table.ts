import {type Console} from '../console.ts'
import {usageError} from '../errors.ts'
import {type Reply} from '../operation/declaration.ts'
import {printRows} from '../operation/print-rows.ts'
import {boolean} from '../parameters.ts'
import {linesOf} from './time-chart.ts'
import {type TimeTable} from './time-rows.ts'

/** `--chart`. */
export const chart = boolean('--chart', 'draw the numbers over time', {in: 'local'})

interface Drawing {
  chart: boolean | undefined
  /** The unit of times that are numbers. */
  epoch: string | undefined
}

/** Prints rows, or draws their numbers. */
export async function printTimeTable(
  reply: Reply,
  table: TimeTable,
  {chart: isDrawn, epoch}: Drawing,
  flags: Readonly<Record<string, unknown>>,
  console: Console,
): Promise<void> {
  if (isDrawn !== true) return printRows({...reply, columns: table.columns}, table.rows, flags, console)
  if (console.printing.isFormatTyped) throw usageError('--chart and a format cannot be given together.')
  const lines = linesOf(table, epoch)
  if (lines.length === 0) return console.printer.note('There are no numbers to draw.')
  const {drawChart} = await import('../output/chart.ts')
  await console.terminal.out(await drawChart(lines, console.terminal))
}
