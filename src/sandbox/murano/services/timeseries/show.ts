import {isFrom, matches} from './match.ts'
import {type Point} from './point.ts'
import {bounded, distinct, groupBy, type Series} from './series.ts'
import {type Show} from './syntax.ts'

/** What a SHOW statement says of points. */
export function show(statement: Show, points: readonly Point[]): Series[] {
  const found = points.filter((point) => isFrom(point, statement.from) && matches(point, statement.where))
  if (statement.what === 'measurements') {
    return listed('measurements', ['name'], distinct(found.map(({measurement}) => measurement)), statement)
  }
  if (statement.what === 'series') return listed('', ['key'], distinct(found.map(keyOf)), statement)
  return [...groupBy(found, ({measurement}) => measurement)].flatMap(([measurement, own]) =>
    ofMeasurement(statement, measurement, own),
  )
}

function ofMeasurement(statement: Show, measurement: string, points: readonly Point[]): Series[] {
  switch (statement.what) {
    case 'tag keys':
      return listed(measurement, ['tagKey'], distinct(points.flatMap(({tags}) => Object.keys(tags))), statement)
    case 'tag values':
      return pairs(measurement, ['key', 'value'], tagValues(points, statement.keys ?? []), statement)
    default:
      return pairs(measurement, ['fieldKey', 'fieldType'], fieldTypes(points), statement)
  }
}

function tagValues(points: readonly Point[], keys: readonly string[]): string[][] {
  return keys.toSorted().flatMap((key) => {
    const values = points.flatMap(({tags}) => (Object.hasOwn(tags, key) ? [tags[key] ?? ''] : []))
    return distinct(values).map((value) => [key, value])
  })
}

const types: Readonly<Record<string, string>> = {number: 'float', string: 'string', boolean: 'boolean'}

function fieldTypes(points: readonly Point[]): string[][] {
  const found = new Map(
    points.flatMap(({fields}) => Object.entries(fields).map(([name, value]) => [name, typeof value])),
  )
  return distinct(found.keys()).map((name) => [name, types[found.get(name) ?? ''] ?? ''])
}

function listed(name: string, columns: string[], found: readonly string[], bounds: Show): Series[] {
  return pairs(
    name,
    columns,
    found.map((each) => [each]),
    bounds,
  )
}

function pairs(name: string, columns: string[], found: string[][], bounds: Show): Series[] {
  const values = bounded(found, bounds)
  return values.length === 0 ? [] : [{name, columns, values}]
}

function keyOf({measurement, tags}: Point): string {
  const pairsOfTags = Object.entries(tags).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [measurement, ...pairsOfTags.map(([tag, value]) => `${tag}=${value}`)].join(',')
}
