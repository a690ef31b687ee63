import {CsvError, parse} from 'csv-parse/sync'
import {type JsonObject} from '../client/wire.ts'
import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {typedScalar} from '../input/fields.ts'

/** What one row of a file holds: values of metrics at one moment. */
export interface Measurement {
  line: number
  metrics: JsonObject
  tags: JsonObject
  /** Microseconds since 1970. */
  ts: number
}

export interface MeasurementColumns {
  time: string
  /** Columns that are tags; all others are metrics. */
  tags: readonly string[]
  /** The unit of times that are numbers. */
  epoch: 'u' | 'ms' | 's'
}

const microseconds = {u: 1, ms: 1000, s: 1_000_000} as const

/** The measurements of CSV with a header row. Empty cells are no values. Throws a usage error that names every row that is wrong. */
export function readMeasurements(text: string, source: string, columns: MeasurementColumns): Measurement[] {
  const [head, ...records] = recordsOf(text, source)
  const header = head?.cells.map((cell) => cell.trim()) ?? []
  for (const name of [columns.time, ...columns.tags]) mustHave(header, name, source)
  const faults: string[] = []
  const found = records.flatMap(({cells, line}): Measurement[] => {
    const row = Object.fromEntries(header.map((name, at) => [name, cells[at]?.trim() ?? '']))
    const ts = timeOf(row[columns.time] ?? '', columns.epoch)
    const metrics = valuesOf(row, (name) => name !== columns.time && !columns.tags.includes(name), typedScalar)
    if (ts === undefined) faults.push(`Line ${line}: “${row[columns.time]}” is no time.`)
    else if (Object.keys(metrics).length === 0) faults.push(`Line ${line}: there is no value.`)
    else return [{line, metrics, tags: valuesOf(row, (name) => columns.tags.includes(name), String), ts}]
    return []
  })
  if (faults.length > 0)
    throw usageError(`${source}: ${faults.length} rows are not right.`, {code: 'invalid-value', details: faults})
  if (found.length === 0) throw usageError(`${source} has no rows.`, {code: 'empty-input'})
  return found
}

function recordsOf(text: string, source: string): {cells: string[]; line: number}[] {
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as {
      record: string[]
      info: {lines: number}
    }[]
    return records.map(({record, info}) => ({cells: record, line: info.lines}))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw usageError(`${source} is not CSV: ${error.message}.`, {code: 'malformed-csv', cause: error})
  }
}

function mustHave(header: readonly string[], name: string, source: string): void {
  if (header.includes(name)) return
  throw usageError(`${source} has no column “${name}”.${didYouMean(name, header)}`, {
    hint: `It has: ${header.join(', ')}. The column of times is named with --time-column.`,
  })
}

function valuesOf(
  row: Readonly<Record<string, string>>,
  isWanted: (name: string) => boolean,
  read: (text: string) => JsonObject[string],
): JsonObject {
  const cells = Object.entries(row).filter(([name, cell]) => name !== '' && cell !== '' && isWanted(name))
  return Object.fromEntries(cells.map(([name, cell]) => [name, read(cell)]))
}

/** Microseconds, of a number of units or of a date and time. */
function timeOf(cell: string, epoch: MeasurementColumns['epoch']): number | undefined {
  if (/^\d+$/.test(cell)) return Number(cell) * microseconds[epoch]
  const time = /\d/.test(cell) ? Date.parse(cell) : NaN
  return Number.isNaN(time) ? undefined : time * 1000
}
