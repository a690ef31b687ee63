// Paths into variables look like those of JSONata, of which they are the dotted part. The library of that name is
// asynchronous, and instances are moved inside transactions, which are not: hence functions of our own.
import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'

/** `$order.lines[0].total` or `^order`; `$` and `^` alone are everything. */
const pathForm = /^[$^](?:\.?[A-Za-z_][\w-]*(?:\[\d+\]|\.[\w-]+)*)?$/

/** The value at a path, with or without `$` or `^` before it; undefined where there is none. */
export function valueAt(data: JsonValue, path: string): JsonValue | undefined {
  return stepsOf(path).reduce<JsonValue | undefined>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as JsonObject)[step]
        : undefined,
    data,
  )
}

/** A copy of a value in which each text that is a path is replaced by what is there; null where there is nothing. */
export function resolved(value: JsonValue, scope: JsonObject): JsonValue {
  if (typeof value === 'string') return pathForm.test(value) ? (valueAt(scope, value) ?? null) : value
  if (Array.isArray(value)) return value.map((inner) => resolved(inner, scope))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolved(inner, scope)]))
}

/** A copy of variables with a value at a path; objects on the way are made. */
export function withValue(variables: JsonObject, path: string, value: JsonValue): JsonObject {
  return placed(variables, stepsOf(path), value) as JsonObject
}

function placed(holder: JsonValue | undefined, [step, ...rest]: readonly string[], value: JsonValue): JsonValue {
  if (step === undefined) return value
  const before = typeof holder === 'object' && holder !== null && !Array.isArray(holder) ? holder : {}
  const inner = Object.hasOwn(before, step) ? before[step] : undefined
  return {...before, [step]: placed(inner, rest, value)}
}

function stepsOf(path: string): string[] {
  return path
    .replace(/^[$^]\.?/, '')
    .split(/[.[\]]/)
    .filter((step) => step !== '')
}
