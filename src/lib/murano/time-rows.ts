import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'

/** A table of what was measured: the first column of each row is the time. */
export interface TimeTable {
  /** In order; rows lack those that they have no value of. */
  columns: string[]
  rows: JsonObject[]
  /** Columns that tell which series a row is of. */
  keys: string[]
}

/** What Tsdb.query answers with. */
export interface TsdbResult {
  columns?: string[]
  /** Rows; of split results, one such result for each set of tags; of aggregates without sampling, those by metric. */
  values?: JsonValue[] | JsonObject
  tags?: JsonObject
}

/** The result of a query of the tsdb, a row for each moment; aggregates are columns such as `temperature.max`. */
export function tsdbTable(result: TsdbResult): TimeTable {
  const {values = []} = result
  if (!Array.isArray(values)) return table([spread(Object.entries(values))], [])
  const parts = result.columns === undefined ? (values as TsdbResult[]) : [result]
  const keys = result.columns === undefined ? [...new Set(parts.flatMap(({tags = {}}) => Object.keys(tags)))] : []
  return table(
    parts.flatMap(({columns = [], values: rows = [], tags = {}}) =>
      (rows as JsonValue[][]).map((row) => {
        const cells = spread(columns.map((name, at) => [name, row[at] ?? null]))
        return result.columns === undefined ? {...cells, ...tags} : cells
      }),
    ),
    keys,
  )
}

/** What InfluxDB answers with. */
export interface InfluxResult {
  results?: {
    series?: {name?: string; tags?: JsonObject; columns?: string[]; values?: JsonValue[][]}[]
    error?: string
  }[]
}

/** The result of a statement of InfluxDB, a row for each point, with the name and the tags of its series. Throws where it was refused. */
export function influxTable({results = []}: InfluxResult): TimeTable {
  const error = results.find((result) => result.error !== undefined)?.error
  if (error !== undefined) throw new CliError(error, {code: 'refused-statement', exit: ExitCode.Refused})
  const series = results.flatMap((result) => result.series ?? [])
  const tags = [...new Set(series.flatMap((one) => Object.keys(one.tags ?? {})))]
  const keys = [...(new Set(series.map(({name}) => name)).size > 1 ? ['series'] : []), ...tags]
  const rows = series.flatMap(({name, tags: own = {}, columns = [], values = []}) =>
    values.map((row) => ({
      ...Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])),
      ...(keys.includes('series') && {series: name ?? null}),
      ...own,
    })),
  )
  return table(rows, keys)
}

/** Objects of aggregates become columns of their own. */
function spread(cells: readonly [name: string, value: JsonValue][]): JsonObject {
  const all: JsonObject = {}
  for (const [name, value] of cells) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) all[name] = value
    else for (const [aggregate, number] of Object.entries(value)) all[`${name}.${aggregate}`] = number
  }
  return all
}

function table(rows: JsonObject[], keys: string[]): TimeTable {
  const named = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !keys.includes(name))
  const columns = named.includes('time')
    ? ['time', ...keys, ...named.filter((name) => name !== 'time')]
    : [...keys, ...named]
  return {columns, rows, keys}
}
