import {type JsonValue} from '../client/wire.ts'
import {type Line} from '../output/chart.ts'
import {cellText} from '../output/columns.ts'
import {type TimeTable} from './time-rows.ts'

/** Milliseconds in the units that times come in. */
const units: Readonly<Record<string, number>> = {ns: 1e-6, u: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000}

/** The lines of a table: one for each column of numbers and each series. `epoch` is the unit of times that are numbers. */
export function linesOf({columns, rows, keys}: TimeTable, epoch: string | undefined): Line[] {
  const lines = new Map<string, Line>()
  const measured = columns.filter((column) => column !== 'time' && !keys.includes(column))
  for (const row of rows) {
    const time = millisecondsOf(row['time'], epoch)
    const series = keys.map((key) => cellText(row[key])).join(' ')
    for (const column of measured) {
      const value = row[column]
      if (time === undefined || typeof value !== 'number') continue
      const name = `${column} ${series}`.trim()
      const line = lines.get(name) ?? {name, points: []}
      line.points.push([time, value])
      lines.set(name, line)
    }
  }
  for (const {points} of lines.values()) points.sort(([a], [b]) => a - b)
  return [...lines.values()]
}

function millisecondsOf(time: JsonValue | undefined, epoch = 'ms'): number | undefined {
  if (typeof time === 'number') return time * (units[epoch] ?? 1)
  const parsed = typeof time === 'string' ? Date.parse(time) : NaN
  return Number.isNaN(parsed) ? undefined : parsed
}
