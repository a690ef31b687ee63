import {type JsonObject, type JsonValue} from '../client/wire.ts'
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
  if (sets?.includes(field) && Array.isArray(before) && Array.isArray(after)) {
    return (
      canonical([...new Set(before.map(canonical))].sort()) === canonical([...new Set(after.map(canonical))].sort())
    )
  }
  // What an object of the file leaves out stays as well.
  if (isObject(before) && isObject(after)) {
    return Object.entries(after).every(([name, value]) => isSame({} as Kind, '', before[name] ?? null, value ?? null))
  }
  return canonical(before) === canonical(after)
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
