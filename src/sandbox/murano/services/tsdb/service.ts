import {type JsonObject, type JsonValue} from '../../../../lib/client/wire.ts'
import {tsdb as facts} from '../../../../lib/murano/services/tsdb.ts'
import {declaredService} from '../declared-service.ts'
import {typeErrorAndStatus} from '../failure-shapes.ts'
import {refused} from '../failure.ts'
import {type ServiceCall} from '../service.ts'
import {durationOf, unitOf} from '../timeseries/duration.ts'
import {distinct} from '../timeseries/series.ts'
import {momentOf, relativeMoment} from './moments.ts'
import {answer} from './query.ts'
import {fillOf} from './sampling.ts'
import {type MetricValue, type StoredValue, storedValues, valueId} from './values.ts'

/** How many rows come back where nobody says how many are wanted. */
const defaultLimit = 1000

export const tsdb = declaredService(
  facts,
  {
    write({metrics, tags = {}, ts}, {sandbox, solution}) {
      const time = ts === undefined ? sandbox.clock.now() * 1000 : momentOf('ts', ts)
      const entries = Object.entries(metrics)
      if (entries.length === 0) throw refused('metrics has no metric.')
      for (const [metric, given] of entries) {
        const written = {solution_id: solution.id, metric, tags: tagsOf(tags), time, value: valueOf(metric, given)}
        sandbox.store.collection(storedValues).put({...written, id: valueId(written)})
      }
      return undefined
    },
    query({tags = {}, metrics, aggregate = [], fill, mode, order_by, epoch, limit = defaultLimit, ...times}, call) {
      const sampling = times.sampling_size === undefined ? undefined : durationOf(times.sampling_size)
      if (sampling === 0) throw refused('sampling_size must be more than nothing.')
      const bounds = boundsOf(times, call.sandbox.clock.now() * 1000)
      const found = valuesOf(call)
        .filter(({metric, time}) => metrics.includes(metric) && time >= bounds.from && time <= bounds.to)
        .filter((value) => hasTags(value, tags))
        .toSorted((a, b) => a.time - b.time)
      return answer(
        {
          ...bounds,
          ...{metrics, sampling, aggregate, limit, fill: fillOf(fill)},
          split: mode === 'split',
          descending: order_by !== 'asc',
          epoch: writerOf(epoch),
        },
        found,
      )
    },
    listTags({limit, next}, call) {
      const values = valuesOf(call)
      const {page, ...rest} = pageOf(distinct(values.flatMap(({tags}) => Object.keys(tags))), limit, next)
      const tags = page.map((tag) => [tag, distinct(values.flatMap((value) => value.tags[tag] ?? []))])
      return {tags: Object.fromEntries(tags) as JsonObject, ...rest}
    },
    listMetrics({limit, next}, call) {
      const {page, ...rest} = pageOf(distinct(valuesOf(call).map(({metric}) => metric)), limit, next)
      return {metrics: page, ...rest}
    },
  },
  typeErrorAndStatus,
)

function valuesOf({sandbox, solution}: ServiceCall): StoredValue[] {
  return sandbox.store.collection(storedValues).find({where: {solution_id: solution.id}})
}

function valueOf(metric: string, given: JsonValue): MetricValue {
  if (typeof given === 'number' || typeof given === 'string' || typeof given === 'boolean') return given
  throw refused(`metrics.${metric} must be a number, a text, or true or false.`)
}

function tagsOf(tags: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, textOf(value)]))
}

function hasTags({tags}: StoredValue, wanted: JsonObject): boolean {
  return Object.entries(wanted).every(([name, value]) =>
    [value]
      .flat()
      .map(textOf)
      .includes(tags[name] ?? ''),
  )
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

interface Times {
  start_time?: number | string
  end_time?: number | string
  relative_start?: string
  relative_end?: string
}

function boundsOf(
  {start_time, end_time, relative_start, relative_end}: Times,
  now: number,
): {from: number; to: number} {
  const from =
    relative_start === undefined ? momentOf('start_time', start_time ?? 0) : relativeMoment(relative_start, now)
  const to = relative_end === undefined ? momentOf('end_time', end_time ?? now) : relativeMoment(relative_end, now)
  if (from > to) throw refused('The time ends before it begins.')
  return {from, to}
}

/** As text, unless a unit is given. */
function writerOf(unit: string | undefined): (microseconds: number) => JsonValue {
  const size = unit === undefined ? undefined : unitOf(unit)
  if (size !== undefined) return (microseconds) => Math.floor(microseconds / size)
  return (microseconds) => new Date(Math.floor(microseconds / 1000)).toISOString()
}

/** The page of names that comes after `next`, the last of the page before. */
function pageOf(names: readonly string[], limit = names.length, after = ''): {page: string[]; next?: string} {
  const rest = names.filter((name) => name > after)
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return {page, ...(last !== undefined && page.length < rest.length && {next: last})}
}
