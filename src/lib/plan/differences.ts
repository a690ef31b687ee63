import {type JsonValue} from '../client/wire.ts'
import {canonical} from '../same-json.ts'
import {type Existing, type Kind, type Wanted} from './kind.ts'
import {holdsReference} from './secret-reference.ts'

export interface Difference {
  field: string
  before: JsonValue
  after: JsonValue
}

/** Where what is there is not as it is wanted. What the file does not name stays; secrets cannot be read, and so not compared. */
export function differencesOf(kind: Kind, wanted: Wanted, existing: Existing): Difference[] {
  return Object.entries(wanted.fields).flatMap(([field, after]): Difference[] => {
    if (after === undefined || holdsReference(after)) return []
    const before = existing.fields[field] ?? null
    return isSame(kind, field, before, after) ? [] : [{field, before, after}]
  })
}

function isSame({sets}: Kind, field: string, before: JsonValue, after: JsonValue): boolean {
  const form = sets?.includes(field) === true ? ordered : (value: JsonValue) => value
  return canonical(form(before)) === canonical(form(after))
}

/** The same value for lists that differ in nothing but their order. */
function ordered(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return [...new Set(value.map((inner) => canonical(ordered(inner))))].sort()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, ordered(inner)]))
}
