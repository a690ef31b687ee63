import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'

/** The record with the fields at those dotted paths as they were before, where it does not say otherwise. */
export function withHidden(record: JsonObject, paths: readonly string[], before: object | undefined): JsonObject {
  return paths.reduce((all, path) => withMissing(all, path.split('.'), before as JsonObject | undefined), record)
}

/** The record without the fields at those dotted paths. */
export function withoutHidden(record: JsonObject, paths: readonly string[]): JsonObject {
  return paths.reduce((rest, path) => without(rest, path.split('.')), record)
}

function withMissing(
  record: JsonObject,
  [name = '', ...rest]: readonly string[],
  before: JsonObject | undefined,
): JsonObject {
  const [said, had] = [record[name], before?.[name]]
  if (had === undefined) return record
  if (rest.length === 0) return {...record, [name]: said ?? had}
  return isObject(said) && isObject(had) ? {...record, [name]: withMissing(said, rest, had)} : record
}

function without(record: JsonObject, [name = '', ...rest]: readonly string[]): JsonObject {
  const {[name]: found, ...others} = record
  if (rest.length === 0) return others
  return isObject(found) ? {...record, [name]: without(found, rest)} : record
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
