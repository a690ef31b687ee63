import {type JsonValue} from '../client/wire.ts'

/** A value with changes laid over it: objects are merged however deep, all else (lists, too) is replaced. */
export function overlay(current: unknown, changes: JsonValue): JsonValue {
  if (!isObject(current) || !isObject(changes)) return changes
  const changed = Object.entries(changes).map(([name, value]) => {
    const before = Object.hasOwn(current, name) ? current[name] : undefined
    return [name, overlay(before, value)] as const
  })
  return Object.fromEntries([...Object.entries(current), ...changed]) as JsonValue
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
