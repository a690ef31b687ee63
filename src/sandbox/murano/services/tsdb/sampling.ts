import {type JsonObject, type JsonValue} from '../../../../lib/client/wire.ts'
import {refused} from '../failure.ts'
import {type MetricValue} from './values.ts'

export const aggregates = {
  avg: (values) => sum(values) / values.length,
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  count: (values) => values.length,
  sum,
} as const satisfies Record<string, (values: readonly number[]) => number>

export type Aggregate = keyof typeof aggregates

/** What aggregates make of the values of a metric, by their names; of none nothing. */
export function aggregated(names: readonly Aggregate[], values: readonly MetricValue[]): JsonObject | null {
  if (values.length === 0) return null
  return Object.fromEntries(
    names.map((name) => [name, name === 'count' ? values.length : aggregates[name](numbers(name, values))]),
  )
}

function numbers(name: string, values: readonly MetricValue[]): number[] {
  return values.map((value) => {
    if (typeof value !== 'number') throw refused(`${name} takes numbers, and there is “${String(value)}”.`)
    return value
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** What stands in a cell without value: `none` leaves rows out that have nothing else. */
export type Fill = {kind: 'null' | 'none' | 'previous'} | {kind: 'value'; value: JsonValue}

export function fillOf(given: string | number = 'null'): Fill {
  if (given === 'null' || given === 'none' || given === 'previous') return {kind: given}
  if (typeof given === 'number') return {kind: 'value', value: given}
  if (given.startsWith('~s:')) return {kind: 'value', value: given.slice(3)}
  if (/^-?\d+$/.test(given)) return {kind: 'value', value: Number(given)}
  throw refused(`fill is “${given}”, and must be null, none, previous, a whole number, or ~s:TEXT.`)
}

/** Rows with their empty cells filled; the first cell is the time. They are given oldest first. */
export function filled(rows: readonly JsonValue[][], fill: Fill): JsonValue[][] {
  if (fill.kind === 'none') return rows.filter(([, ...cells]) => cells.some((cell) => cell !== null))
  let before: JsonValue[] = []
  return rows.map(([time = null, ...cells]) => {
    const row = cells.map((cell, index) => {
      if (cell !== null || fill.kind === 'null') return cell
      return fill.kind === 'value' ? fill.value : (before[index] ?? null)
    })
    before = row
    return [time, ...row]
  })
}
