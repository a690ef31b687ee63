import {type Point} from './point.ts'
import {type Condition, type Source} from './syntax.ts'

export function isFrom({measurement}: Point, sources: readonly Source[] | undefined): boolean {
  return (
    sources?.some((source) => (typeof source === 'string' ? source === measurement : source.test(measurement))) ?? true
  )
}

export function matches(point: Point, condition: Condition | undefined): boolean {
  if (condition === undefined) return true
  if ('all' in condition) return condition.all.every((each) => matches(point, each))
  if ('any' in condition) return condition.any.some((each) => matches(point, each))
  if ('time' in condition) return compare(point.time, condition.operator, condition.time)
  const {name, operator, value} = condition
  // A tag that a point does not have is as if it were empty; a field that it does not have matches nothing.
  const found =
    point.fields[name] ?? point.tags[name] ?? (value instanceof RegExp || typeof value === 'string' ? '' : undefined)
  if (value instanceof RegExp) return value.test(String(found)) === (operator === '=~')
  return found !== undefined && typeof found === typeof value && compare(found, operator, value)
}

function compare<Value extends number | string | boolean>(left: Value, operator: string, right: Value): boolean {
  switch (operator) {
    case '=':
      return left === right
    case '!=':
    case '<>':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    default:
      return left >= right
  }
}

/** The bounds of time that all points meet, in microseconds. */
export function timeBounds(condition: Condition | undefined): {from: number; to: number} {
  const bounds = {from: -Infinity, to: Infinity}
  for (const part of condition && 'all' in condition ? condition.all : condition ? [condition] : []) {
    if (!('time' in part)) continue
    if (part.operator.startsWith('>') || part.operator === '=') bounds.from = Math.max(bounds.from, part.time)
    if (part.operator.startsWith('<') || part.operator === '=') bounds.to = Math.min(bounds.to, part.time)
  }
  return bounds
}
