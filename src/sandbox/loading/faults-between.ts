import {type JsonValue} from '../../lib/client/wire.ts'
import {type CollectionSpec} from '../collection.ts'
import {type AnySpec, type Fault, type Given, type Surroundings} from './loadable.ts'

/** Fields that name a record which there is not. */
export function danglingReferences(
  records: readonly Given[],
  refers: Readonly<Record<string, AnySpec | readonly AnySpec[] | undefined>>,
  {has}: Surroundings,
): Fault[] {
  return Object.entries(refers).flatMap(([field, collections = []]) =>
    records.flatMap((given, index) => {
      const id = textOf(given[field])
      if (id === undefined || [collections].flat().some((collection) => has(collection, id))) return []
      return [{index, field, message: `is ${id}, and there is no such record.`}]
    }),
  )
}

/** Records that have what only one may have. */
export function sameValues<Item extends object>(
  records: readonly Given[],
  spec: CollectionSpec<Item>,
  unique: readonly (string | readonly string[])[],
  {remaining}: Surroundings,
): Fault[] {
  return unique.flatMap((one) => {
    const fields = [one].flat()
    const [field = '', ...within] = fields.toReversed()
    const ids = new Set(records.map((given) => given[spec.id]))
    const others = (remaining(spec) as Given[]).filter((item) => !ids.has(item[spec.id]))
    const seen = new Set(others.map((item) => together(item, fields)))
    return records.flatMap((given, index) => {
      const value = together(given, fields)
      if (value === undefined) return []
      const other = within.length === 0 ? 'another record' : `another record with this ${within.join(' and ')}`
      if (seen.has(value)) return [{index, field, message: `is ${textOf(given[field])}, as of ${other}.`}]
      seen.add(value)
      return []
    })
  })
}

/** What a record has in those fields; undefined where one is missing. */
function together(record: Given, fields: readonly string[]): string | undefined {
  const values = fields.map((name) => textOf(record[name]))
  return values.includes(undefined) ? undefined : JSON.stringify(values)
}

/** A value as messages show it, and as ids are; undefined for none. */
export function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value)
}
