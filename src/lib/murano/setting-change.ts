import {isDeepStrictEqual} from 'node:util'
import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {CliError, usageError} from '../errors.ts'
import {setField, stepsOf} from '../input/fields.ts'
import {parseJson} from '../input/json-value.ts'
import {overlay} from '../operation/overlay.ts'

/** What values on the command line are. */
export type ValueType = 'text' | 'number' | 'boolean' | 'json'

/** How a value gets into a setting: in place of what is there, at the end of a list, or merged into an object. */
export type Manner = 'replace' | 'append' | 'merge'

/** A value of a type. Throws a usage error for what is none. */
export function typedValue(text: string, type: ValueType): JsonValue {
  if (type === 'text') return text
  if (type === 'json') return parseJson(text, 'VALUES')
  if (type === 'boolean') {
    const value = {true: true, yes: true, on: true, '1': true, false: false, no: false, off: false, '0': false}[
      text.toLowerCase()
    ]
    if (value === undefined) throw usageError(`VALUES: “${text}” is neither true nor false.`)
    return value
  }
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw usageError(`VALUES: “${text}” is no number.`)
  return value
}

/** What takes the place of a value: it keeps the type that is there, unless JSON says another. Of several, a list is made. */
export function inPlaceOf(
  before: JsonValue | undefined,
  texts: readonly string[],
  type: ValueType | undefined,
  path: string,
): JsonValue {
  const isList = Array.isArray(before)
  if (type === 'json' || isList || before === undefined || before === null || typeof before === 'string') {
    const values = texts.map((text) => typedValue(text, type ?? 'text'))
    return values.length === 1 && !(isList && type !== 'json') ? values[0]! : values
  }
  if (isObject(before)) {
    throw usageError(`${path} is an object. Give it with --json-values, or name one value of it: ${path}.NAME.`)
  }
  const now = typeof before as 'boolean' | 'number'
  try {
    if (texts.length === 1 && (type ?? now) === now) return typedValue(texts[0]!, now)
  } catch (error) {
    if (!(error instanceof CliError)) throw error
  }
  const {what, flag} = scalars[now]
  throw usageError(`${path} is ${what}, and “${texts.join(' ')}” is none.`, {
    code: 'invalid-value',
    hint: `Give one with ${flag} or without; --json-values takes a value of another type.`,
  })
}

const scalars = {
  boolean: {what: 'true or false', flag: '--bool'},
  number: {what: 'a number', flag: '--num'},
} as const

/** A setting with values put in at a path. Of several, a list is made. */
export function changed(setting: JsonObject, path: string, values: readonly JsonValue[], manner: Manner): JsonObject {
  const result = structuredClone(setting)
  const before = valueAt(setting, path)
  setField(
    result,
    path,
    {
      replace: () => replacement(values),
      append: () => appended(before, values, path),
      merge: () => merged(before, values, path),
    }[manner](),
  )
  return result
}

/** What is at a path; undefined for nothing. */
export function valueAt(setting: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = setting
  for (const step of stepsOf(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as JsonObject)[step]
  }
  return value
}

function replacement(values: readonly JsonValue[]): JsonValue {
  return values.length === 1 ? values[0]! : [...values]
}

/** What is in the list already is not put there again. */
function appended(before: JsonValue | undefined, values: readonly JsonValue[], path: string): JsonValue {
  const list = before ?? []
  if (!Array.isArray(list)) throw usageError(`${path} is no list that could be added to.`)
  return [...list, ...values.filter((value) => !list.some((one) => isDeepStrictEqual(one, value)))]
}

function merged(before: JsonValue | undefined, values: readonly JsonValue[], path: string): JsonValue {
  const [value] = values
  if (!isObject(value) || values.length > 1)
    throw usageError('--merge takes one JSON object: give it with --json-values.')
  if (before !== undefined && !isObject(before)) throw usageError(`${path} is no object that could be merged into.`)
  return overlay(before ?? {}, value)
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
