import {refused} from '../failure.ts'
import {type FieldValue} from './point.ts'

type Values = readonly FieldValue[]

/** What InfluxQL makes of the values of a field, oldest first. There is at least one. */
const functions: Readonly<Record<string, (values: Values, parameter?: number) => FieldValue>> = {
  count: (values) => values.length,
  sum: (values) => sum(numbers(values)),
  mean: (values) => mean(numbers(values)),
  min: (values) => Math.min(...numbers(values)),
  max: (values) => Math.max(...numbers(values)),
  spread: (values) => Math.max(...numbers(values)) - Math.min(...numbers(values)),
  first: (values) => values[0]!,
  last: (values) => values.at(-1)!,
  median: (values) => median(sorted(values)),
  percentile: (values, parameter = Number.NaN) => percentile(sorted(values), parameter),
  stddev: (values) => deviation(numbers(values)),
}

/** Throws a 400 when there is no such function, or it takes numbers and gets others. */
export function applyFunction(name: string, values: Values, parameter?: number): FieldValue | null {
  const apply = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (!apply) throw refused(`Error parsing query: undefined function ${name}().`)
  return values.length === 0 ? null : apply(values, parameter)
}

function numbers(values: Values): number[] {
  return values.map((value) => {
    if (typeof value !== 'number') throw refused('Error parsing query: the function takes numbers only.')
    return value
  })
}

function sorted(values: Values): number[] {
  return numbers(values).toSorted((a, b) => a - b)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

function median(values: readonly number[]): number {
  const middle = Math.floor(values.length / 2)
  return values.length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2
}

function percentile(values: readonly number[], percent: number): number {
  if (!(percent >= 0 && percent <= 100))
    throw refused('Error parsing query: percentile() takes a number from 0 to 100.')
  return values[Math.max(Math.ceil((values.length * percent) / 100) - 1, 0)]!
}

function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / Math.max(values.length - 1, 1))
}
