import {type JsonValue} from '../../../../lib/client/wire.ts'
import {refused} from '../failure.ts'
import {applyFunction} from './functions.ts'
import {isFrom, matches, timeBounds} from './match.ts'
import {type FieldValue, type Point} from './point.ts'
import {bounded, distinct, groupBy, type Series} from './series.ts'
import {type Column, type Select} from './syntax.ts'

/** A row: its time in microseconds, and its cells. */
type Row = [time: number, ...cells: (FieldValue | null)[]]

/** The series that a SELECT finds in points, which are given oldest first. `now` is in microseconds. */
export function select(statement: Select, points: readonly Point[], now: number, epoch: Epoch): Series[] {
  const found = points.filter((point) => isFrom(point, statement.from) && matches(point, statement.where))
  return [...groupBy(found, ({measurement}) => measurement)].flatMap(([measurement, own]) => {
    const tags = statement.tags.includes('*') ? tagsOf(own) : statement.tags
    const groups = groupBy(own, (point) => JSON.stringify(tags.map((tag) => point.tags[tag] ?? '')))
    return [...groups.values()].flatMap((group) => series(statement, measurement, tags, group, now, epoch))
  })
}

/** How times are written. */
export type Epoch = (microseconds: number) => JsonValue

function series(
  statement: Select,
  measurement: string,
  tags: readonly string[],
  points: readonly Point[],
  now: number,
  epoch: Epoch,
): Series[] {
  const columns = expanded(statement.columns, points, tags)
  const rows = columns.some((column) => column.function)
    ? aggregated(statement, columns, points, now)
    : plainRows(columns, points)
  const ordered = bounded(statement.descending ? rows.toReversed() : rows, statement)
  if (ordered.length === 0) return []
  const values = ordered.map(([time, ...cells]) => [epoch(time), ...cells])
  const own = Object.fromEntries(tags.map((tag) => [tag, points[0]?.tags[tag] ?? '']))
  return [{name: measurement, ...(tags.length > 0 && {tags: own}), columns: ['time', ...headersOf(columns)], values}]
}

/** `*` stands for all fields and for the tags that are not grouped by; in a function for all fields. */
function expanded(columns: readonly Column[], points: readonly Point[], grouped: readonly string[]): Column[] {
  const fields = distinct(points.flatMap((point) => Object.keys(point.fields)))
  const tags = tagsOf(points).filter((tag) => !grouped.includes(tag))
  return columns.flatMap((column) => {
    if (column.name !== '*') return [column]
    if (!column.function) return distinct([...fields, ...tags]).map((name) => ({name}))
    return fields.map((name) => ({...column, name, alias: `${column.alias ?? column.function}_${name}`}))
  })
}

/** Names that would be there twice have a number. */
function headersOf(columns: readonly Column[]): string[] {
  const seen = new Map<string, number>()
  return columns.map(({name, alias, function: applied}) => {
    const header = alias ?? applied ?? name
    const count = seen.get(header) ?? 0
    seen.set(header, count + 1)
    return count === 0 ? header : `${header}_${count}`
  })
}

function plainRows(columns: readonly Column[], points: readonly Point[]): Row[] {
  const rows = points.map((point): Row => [
    point.time,
    ...columns.map(({name}) => point.fields[name] ?? point.tags[name] ?? null),
  ])
  // Tags alone are no row.
  return rows.filter((_, index) => columns.some(({name}) => points[index]?.fields[name] !== undefined))
}

function aggregated(statement: Select, columns: readonly Column[], points: readonly Point[], now: number): Row[] {
  if (columns.some((column) => !column.function))
    throw refused('Error parsing query: mixing aggregates and fields is not supported.')
  const {interval} = statement
  if (interval === undefined) {
    const {from} = timeBounds(statement.where)
    return [[Number.isFinite(from) ? from : 0, ...cells(columns, points)]]
  }
  const rows = windows(statement, interval, points, now).map(([start, inside]): Row => [
    start,
    ...cells(columns, inside),
  ])
  return filled(statement, rows)
}

const mostWindows = 10_000

/** From the first bound, or else the first point, to the last bound, or else now where the first is bound, or else the last point. */
function windows({where}: Select, interval: number, points: readonly Point[], now: number): [number, Point[]][] {
  const {from, to} = timeBounds(where)
  const startOf = (time: number) => Math.floor(time / interval) * interval
  const first = startOf(Number.isFinite(from) ? from : (points[0]?.time ?? 0))
  const end = Number.isFinite(to) ? to : Number.isFinite(from) ? now : (points.at(-1)?.time ?? 0)
  const count = Math.floor((startOf(end) - first) / interval) + 1
  if (count > mostWindows) throw refused(`That would be ${count} intervals, and may be ${mostWindows}.`)
  const groups = groupBy(points, ({time}) => String(startOf(time)))
  return Array.from({length: count}, (_, index) => first + index * interval).map((start) => [
    start,
    groups.get(String(start)) ?? [],
  ])
}

function cells(columns: readonly Column[], points: readonly Point[]): (FieldValue | null)[] {
  return columns.map(({name, function: applied = '', parameter}) => {
    const values = points.map((point) => point.fields[name]).filter((value) => value !== undefined)
    return applyFunction(applied, values, parameter)
  })
}

function filled({fill}: Select, rows: readonly Row[]): Row[] {
  if (fill === 'none') return rows.filter(([, ...all]) => all.some((cell) => cell !== null))
  let before: (FieldValue | null)[] = []
  return rows.map(([time, ...all]) => {
    const row = all.map(
      (cell, index) => cell ?? (fill === 'previous' ? (before[index] ?? null) : fill === 'null' ? null : fill),
    )
    before = row
    return [time, ...row]
  })
}

function tagsOf(points: readonly Point[]): string[] {
  return distinct(points.flatMap((point) => Object.keys(point.tags)))
}
