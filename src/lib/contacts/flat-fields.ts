import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {setField, stepsOf} from '../input/fields.ts'
import {type Step} from '../schema.ts'

/** One value of a record, and the way to it: `name.first`, `phone_numbers[0].number`; empty for the record itself. */
export type FlatField = readonly [path: string, value: JsonValue]

/** Names that can stand in a path. */
const plainName = /^[^\s.[\]:](?:[^.[\]:]*[^\s.[\]:])?$/

/** Longer lists are one value. */
const longestList = 100

/**
 * All values of a record with the ways to them. What paths cannot say is left whole: empty objects and lists, long lists,
 * objects with odd names; fields of odd names come together, without a path.
 */
export function flatten(record: JsonObject): FlatField[] {
  const entries = Object.entries(record)
  const odd = entries.filter(([name]) => !isPlain(name))
  const plain = entries.filter(([name]) => isPlain(name))
  const rest: FlatField[] = odd.length === 0 ? [] : [['', Object.fromEntries(odd)]]
  return [...plain.flatMap(([name, value]) => leaves(name, value)), ...rest]
}

function leaves(path: string, value: JsonValue): FlatField[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  const names = Object.keys(value)
  if (Array.isArray(value)) {
    if (names.length === 0 || names.length > longestList) return [[path, value]]
    return value.flatMap((element, index) => leaves(`${path}[${index}]`, element))
  }
  if (names.length === 0 || !names.every(isPlain)) return [[path, value]]
  return Object.entries(value).flatMap(([name, inner]) => leaves(`${path}.${name}`, inner))
}

function isPlain(name: string): boolean {
  return plainName.test(name) && name !== '__proto__'
}

/** The record that the values make. Lists have no gaps: elements of which nothing is there are passed over. */
export function unflatten(fields: readonly FlatField[]): JsonObject {
  const record: JsonObject = {}
  const steps = fields.map(([path]) => (path === '' ? [] : stepsOf(path)))
  for (const [at, [path, value]] of fields.entries()) {
    if (path === '') Object.assign(record, value)
    else setField(record, textOf(closedUp(steps[at]!, steps)), value)
  }
  return record
}

/** The way with each index counted among those that are there. */
function closedUp(way: readonly Step[], all: readonly (readonly Step[])[]): Step[] {
  return way.map((step, at) => {
    if (typeof step === 'string') return step
    const siblings = all.filter(
      (other) => typeof other[at] === 'number' && way.slice(0, at).every((s, i) => s === other[i]),
    )
    return new Set(siblings.map((other) => other[at] as number).filter((index) => index < step)).size
  })
}

function textOf(way: readonly Step[]): string {
  return way.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('')
}
