import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
import {badRequest} from '../refusal.ts'
import {type LogLine} from './logs.ts'

type Test = (value: JsonValue | undefined) => boolean

/** A filter in the way of MongoDB: fields, with dots for what is inside, that are values or `$eq`, `$in`, `$nin`, `$regex`. */
export function logFilter(text: string | undefined): (line: LogLine) => boolean {
  if (text === undefined) return () => true
  const tests = Object.entries(parsed(text)).map(([path, condition]) => ({path, test: testOf(condition)}))
  return (line) => tests.every(({path, test}) => test(valueAt(line, path)))
}

function parsed(text: string): JsonObject {
  try {
    const query = JSON.parse(text) as JsonValue
    if (typeof query === 'object' && query !== null && !Array.isArray(query)) return query
  } catch {
    // As with what is no object.
  }
  throw badRequest('The query is not a JSON object.')
}

function testOf(condition: JsonValue): Test {
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) {
    return (value) => value === condition
  }
  const tests = Object.entries(condition).map(([operator, operand]) => operation(operator, operand))
  return (value) => tests.every((test) => test(value))
}

function operation(operator: string, operand: JsonValue): Test {
  const list = [operand].flat()
  if (operator === '$eq') return (value) => value === operand
  if (operator === '$in') return (value) => value !== undefined && list.includes(value)
  if (operator === '$nin') return (value) => value === undefined || !list.includes(value)
  if (operator !== '$regex') throw badRequest(`The query has an operator that is not known: ${operator}`)
  const pattern = regularExpression(operand)
  return (value) => typeof value === 'string' && pattern.test(value)
}

function regularExpression(operand: JsonValue): RegExp {
  try {
    if (typeof operand === 'string') return new RegExp(operand)
  } catch {
    // As with what is no text.
  }
  throw badRequest('The query has a $regex that is none.')
}

function valueAt(line: LogLine, path: string): JsonValue | undefined {
  return path
    .split('.')
    .reduce<JsonValue | undefined>(
      (value, name) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value[name] : undefined),
      line as unknown as JsonObject,
    )
}
