import {type JsonObject, type JsonValue} from '../../../../lib/client/wire.ts'
import {refused} from '../failure.ts'
import {groupBy} from '../timeseries/series.ts'
import {type Aggregate, aggregated, type Fill, filled} from './sampling.ts'
import {type StoredValue} from './values.ts'

export interface Query {
  metrics: readonly string[]
  /** Microseconds, both ends included. */
  from: number
  to: number
  /** Microseconds; undefined: no sampling. */
  sampling: number | undefined
  aggregate: readonly Aggregate[]
  fill: Fill
  split: boolean
  descending: boolean
  limit: number
  epoch: (microseconds: number) => JsonValue
}

const mostSamples = 10_000

/** What a query finds in values, which are those of its metrics and tags in its time, oldest first. */
export function answer(query: Query, values: readonly StoredValue[]): JsonValue {
  if (!query.split) return tableOf(query, values)
  const groups = groupBy(values, ({tags}) => JSON.stringify(Object.entries(tags).toSorted()))
  return {values: [...groups.values()].map((group) => ({...tableOf(query, group), tags: group[0]?.tags ?? {}}))}
}

function tableOf(query: Query, values: readonly StoredValue[]): JsonObject {
  const metrics = [...query.metrics]
  if (query.sampling === undefined && query.aggregate.length > 0) {
    const cells = metrics.map((metric) => [metric, cellOf(query, metric, values)])
    return {metrics, values: Object.fromEntries(cells) as JsonObject}
  }
  const rows = query.sampling === undefined ? rowsOf(query, values) : samples(query, query.sampling, values)
  const ordered = query.descending ? rows.toReversed() : rows
  const shown = ordered.slice(0, query.limit).map(([time, ...cells]) => [query.epoch(Number(time)), ...cells])
  return {metrics, columns: ['time', ...metrics], values: shown}
}

/** Values of the same moment are in one row. */
function rowsOf(query: Query, values: readonly StoredValue[]): JsonValue[][] {
  const rows = [...groupBy(values, ({time}) => String(time))].map(([time, inside]): JsonValue[] => [
    Number(time),
    ...query.metrics.map((metric) => inside.findLast((each) => each.metric === metric)?.value ?? null),
  ])
  return filled(rows, query.fill)
}

function samples(query: Query, size: number, values: readonly StoredValue[]): JsonValue[][] {
  const startOf = (time: number) => Math.floor(time / size) * size
  const [first, last] = [values[0], values.at(-1)]
  if (!first || !last) return []
  const begin = startOf(first.time)
  const count = Math.floor((startOf(last.time) - begin) / size) + 1
  if (count > mostSamples)
    throw refused(`That would be ${count} samples, and may be ${mostSamples}: take a larger sampling_size.`)
  const groups = groupBy(values, ({time}) => String(startOf(time)))
  const rows = Array.from({length: count}, (_, index): JsonValue[] => {
    const inside = groups.get(String(begin + index * size)) ?? []
    return [begin + index * size, ...query.metrics.map((metric) => cellOf(query, metric, inside))]
  })
  return filled(rows, query.fill)
}

/** The aggregates, or where none is asked for the last value. */
function cellOf({aggregate}: Query, metric: string, values: readonly StoredValue[]): JsonValue {
  const own = values.filter((each) => each.metric === metric).map(({value}) => value)
  return aggregate.length === 0 ? (own.at(-1) ?? null) : aggregated(aggregate, own)
}
