import {type JsonValue} from '../client/wire.ts'
import {overlay} from '../operation/overlay.ts'
import {canonical} from '../same-json.ts'
import {type Existing, type Kind, type Wanted} from './kind.ts'
import {holdsReference, withoutReferences} from './secret-reference.ts'

export interface Difference {
  field: string
  before: JsonValue
  after: JsonValue
}

/** Where what is there is not as it is wanted. What the file does not name stays; secrets cannot be read, and so not compared. */
export function differencesOf(kind: Kind, wanted: Wanted, existing: Existing): Difference[] {
  return Object.entries(wanted.fields).flatMap(([field, after]): Difference[] => {
    const isLaidOver = kind.laidOver?.includes(field) === true
    if (after === undefined || kind.initial?.includes(field) === true || (!isLaidOver && holdsReference(after)))
      return []
    const before = existing.fields[field] ?? null
    if (isLaidOver) return isIn(before, after) ? [] : [{field, before, after}]
    return isSame(kind, field, before, after) ? [] : [{field, before, after}]
  })
}

/** Whether laying it over what is there changes nothing, but for secrets. */
function isIn(before: JsonValue, after: JsonValue): boolean {
  const open = withoutReferences(after)
  return open === undefined || canonical(overlay(before ?? {}, open)) === canonical(before ?? {})
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
