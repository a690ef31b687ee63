import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {usageError} from '../errors.ts'

/** One step of a path: the name of a property, the index of an element, or `append` for a new element. */
type Step = string | number | typeof append

const append = Symbol('append')

/** A path no list of a request body reaches: `a[1000000]=x` would be a million nulls. */
const highestIndex = 9999

/**
 * Sets the value that a path such as `a.b[0].c` or `tags[]` names, and makes objects and lists on the way.
 * Throws a usage error for a malformed path, and for one that needs an object or a list where another value is.
 */
export function setField(target: JsonObject, path: string, value: JsonValue): void {
  const steps = parsePath(path)
  let holder: JsonValue = target
  for (const [index, step] of steps.entries()) {
    if (!holds(holder, step)) throw conflict(path, steps.slice(0, index), step, holder)
    const next = steps[index + 1]
    if (next === undefined) put(holder, step, value)
    else holder = get(holder, step) ?? put(holder, step, typeof next === 'string' ? {} : [])
  }
}

/** Splits `PATH=VALUE`; `PATH[]` alone is an empty list and has no value. Throws a usage error for anything else. */
export function splitField(text: string): [path: string, value: string | undefined] {
  const at = text.indexOf('=')
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)]
  if (at === -1 && text.endsWith('[]') && text.length > 2) return [text.slice(0, -2), undefined]
  throw usageError(`-F: “${text}” is not PATH=VALUE.`, {
    hint: 'Write for example -F name=Desk or -F content[0].body=Hello.',
  })
}

/**
 * The value that a text stands for: true, false, null, numbers and whole JSON lists and objects as such, all else as a
 * string. So do numbers with leading zeros or a plus, and those too long to be kept exactly.
 */
export function typedField(text: string): JsonValue {
  if (/^\s*[[{]/.test(text)) return listOrObject(text) ?? text
  return typedScalar(text)
}

/** Undefined for what only looks like one, such as a template `{{name}}`. */
function listOrObject(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}

/** The same of a cell or a word, where lists and objects are none of the values. */
export function typedScalar(text: string): JsonValue {
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === 'null') return null
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return text
  const value = Number(text)
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? text : value
}

/** The steps of a path as a schema counts them: a new element is like the first. Throws a usage error for a malformed path. */
export function stepsOf(path: string): (string | number)[] {
  return parsePath(path).map((step) => (step === append ? 0 : step))
}

function parsePath(path: string): Step[] {
  const steps: Step[] = []
  const form = /(?:^|(?<=.)\.)([^.[\]]+)|\[(\d*)\]/y
  let start = 0
  do {
    form.lastIndex = start
    const [matched = '', name, index] = form.exec(path) ?? []
    if (matched === '' || name === '__proto__' || Number(index) > highestIndex) {
      throw usageError(`The field “${path}” is not a path: it goes wrong at character ${start + 1}.`, {
        hint: 'Paths look like name, callback.url, content[0].body or tags[].',
      })
    }
    steps.push(name ?? (index === '' ? append : Number(index)))
    start += matched.length
  } while (start < path.length)
  return steps
}

function holds(holder: JsonValue, step: Step): holder is JsonObject | JsonValue[] {
  return typeof step === 'string' ? isObject(holder) : Array.isArray(holder)
}

function get(holder: JsonObject | JsonValue[], step: Step): JsonValue | undefined {
  if (step === append) return undefined
  return Object.hasOwn(holder, step) ? (holder as JsonObject)[step] : undefined
}

function put(holder: JsonObject | JsonValue[], step: Step, value: JsonValue): JsonValue {
  if (step === append) (holder as JsonValue[]).push(value)
  else if (Array.isArray(holder)) fill(holder, step as number, value)
  else holder[step] = value
  return value
}

/** Elements in between are null, as JSON has no gaps. */
function fill(list: JsonValue[], index: number, value: JsonValue): void {
  while (list.length < index) list.push(null)
  list[index] = value
}

function conflict(path: string, before: readonly Step[], step: Step, holder: JsonValue) {
  const place = before.map((one) => (typeof one === 'string' ? `.${one}` : `[${one === append ? '' : one}]`)).join('')
  const needed = typeof step === 'string' ? 'an object' : 'a list'
  const found =
    holder === null ? 'null' : Array.isArray(holder) ? 'a list' : isObject(holder) ? 'an object' : `a ${typeof holder}`
  return usageError(
    `The field “${path}” needs ${needed} at “${place.replace(/^\./, '') || 'the top'}”, where there is ${found}.`,
    {
      code: 'conflicting-fields',
    },
  )
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
