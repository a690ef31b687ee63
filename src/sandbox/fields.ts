import {type FastifyRequest} from 'fastify'
import {type JsonObject, type JsonValue} from '../lib/client/wire.ts'
import {badRequest, type FieldProblem} from './refusal.ts'

/** Reads one field of a body: the value, or what is wrong with it. */
export type Field<Value> = (value: JsonValue | undefined) => {value: Value} | {problem: string}

export type Fields = Record<string, Field<unknown>>

export type Values<Read> = {[Name in keyof Read]: Read[Name] extends Field<infer Value> ? Value : never}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The fields of a JSON or form body, read as `readFields` does. */
export function readBody<Read extends Fields>(
  request: FastifyRequest,
  fields: Read,
  together?: (values: Partial<Values<Read>>) => readonly FieldProblem[],
): Values<Read> {
  return readFields(readObject(request), fields, together)
}

/**
 * The fields of a body or a query; others are ignored. A field that is missing or null is undefined unless `required`.
 * `together` says what is wrong with the fields' combination; it sees those that are right by themselves.
 * Throws a 400 that lists every field that is wrong.
 */
export function readFields<Read extends Fields>(
  given: JsonObject,
  fields: Read,
  together: (values: Partial<Values<Read>>) => readonly FieldProblem[] = () => [],
): Values<Read> {
  const problems: FieldProblem[] = []
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const result = field(given[name] ?? undefined)
    if ('problem' in result) problems.push({field: name, message: result.problem})
    else values[name] = result.value
  }
  const already = new Set(problems.map(({field}) => field))
  problems.push(...together(values as Partial<Values<Read>>).filter(({field}) => !already.has(field)))
  if (problems.length > 0) throw badRequest('Some fields of the request are not valid.', problems)
  return values as Values<Read>
}

/** The whole body, which must be an object. */
export function readObject(request: FastifyRequest): JsonObject {
  const {body} = request
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('The request needs a body: a JSON object.')
  }
  return body as JsonObject
}

export function required<Value>(field: Field<Value>): Field<NonNullable<Value>> {
  return (value) => {
    const result = value === '' ? {value: undefined} : field(value)
    if ('problem' in result) return result
    return result.value == null ? {problem: 'is required'} : {value: result.value}
  }
}

/** A string; numbers are taken as their text, since clients send some ids either way. Lengths are in characters. */
export function string({min = 0, max = 10_000}: {min?: number; max?: number} = {}): Field<string | undefined> {
  return optional((value) => {
    if (typeof value !== 'string' && typeof value !== 'number') return {problem: 'must be a string'}
    const text = String(value)
    if (text.length < min || text.length > max) return {problem: `must have ${min} to ${max} characters`}
    return {value: text}
  })
}

/** A string that looks like that; numbers are taken as their text. `problem` as in `must be a web address`. */
export function pattern(pattern: RegExp, problem: string): Field<string | undefined> {
  return optional((value) => {
    const text = typeof value === 'number' ? String(value) : value
    return typeof text === 'string' && pattern.test(text) ? {value: text} : {problem}
  })
}

export function uuid(): Field<string | undefined> {
  return optional((value) =>
    typeof value === 'string' && uuidPattern.test(value) ? {value} : {problem: 'must be a uuid'},
  )
}

/** A date or a date and time, as RFC 3339 has them; kept as it was written. */
export function dateTime(): Field<string | undefined> {
  const form = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i
  return optional((value) =>
    typeof value === 'string' && form.test(value) && !Number.isNaN(Date.parse(value))
      ? {value}
      : {problem: 'must be a date and time like 2026-03-31T08:00:00Z'},
  )
}

export function boolean(): Field<boolean | undefined> {
  return optional((value) => (typeof value === 'boolean' ? {value} : {problem: 'must be true or false'}))
}

export function integer({min, max}: {min: number; max: number}): Field<number | undefined> {
  return optional((value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? {value}
      : {problem: `must be a whole number from ${min} to ${max}`},
  )
}

export function number({min, max}: {min: number; max: number}): Field<number | undefined> {
  return optional((value) =>
    typeof value === 'number' && value >= min && value <= max
      ? {value}
      : {problem: `must be a number from ${min} to ${max}`},
  )
}

export function oneOf<Value extends string>(values: readonly Value[]): Field<Value | undefined> {
  return optional((value) => {
    const known = values.find((candidate) => candidate === value)
    return known === undefined ? {problem: `must be one of ${values.join(', ')}`} : {value: known}
  })
}

/** An array of which every element is as `element` says. An empty one counts as missing. */
export function listOf<Value>(element: Field<Value>): Field<NonNullable<Value>[] | undefined> {
  return (value) => {
    const found = arrayOf(element)(value)
    return 'value' in found && found.value?.length === 0 ? {value: undefined} : found
  }
}

/** An array, maybe an empty one, of which every element is as `element` says. */
export function arrayOf<Value>(element: Field<Value>): Field<NonNullable<Value>[] | undefined> {
  return optional((value) => {
    if (!Array.isArray(value)) return {problem: 'must be an array'}
    const found: NonNullable<Value>[] = []
    for (const [index, item] of value.entries()) {
      const result = required(element)(item ?? undefined)
      if ('problem' in result) return {problem: `element ${index} ${result.problem}`}
      found.push(result.value)
    }
    return {value: found}
  })
}

export function object(): Field<JsonObject | undefined> {
  return optional((value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? {value} : {problem: 'must be an object'},
  )
}

/** An object of which the fields named are as `fields` says; those that are missing, and others, are left out. */
export function objectOf<Read extends Fields>(fields: Read): Field<Values<Read> | undefined> {
  return (value) => {
    const whole = object()(value)
    if ('problem' in whole || whole.value === undefined) return whole as {problem: string} | {value: undefined}
    const found: Record<string, unknown> = {}
    for (const [name, field] of Object.entries(fields)) {
      const part = field(whole.value[name] ?? undefined)
      if ('problem' in part) return {problem: `has a ${name} that ${part.problem}`}
      if (part.value !== undefined) found[name] = part.value
    }
    return {value: found as Values<Read>}
  }
}

function optional<Value>(read: (value: JsonValue) => {value: Value} | {problem: string}): Field<Value | undefined> {
  return (value) => (value === undefined ? {value: undefined} : read(value))
}
