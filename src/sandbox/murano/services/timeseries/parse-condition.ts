import {refused} from '../failure.ts'
import {durationOf} from './duration.ts'
import {type Condition, type Literal} from './syntax.ts'
import {type TokenReader} from './token-reader.ts'

/** What follows WHERE. `now` is in microseconds. */
export function parseCondition(reader: TokenReader, now: number): Condition {
  const any = [conjunction(reader, now)]
  while (reader.takes('OR')) any.push(conjunction(reader, now))
  return any.length === 1 ? any[0]! : {any}
}

function conjunction(reader: TokenReader, now: number): Condition {
  const all = [comparison(reader, now)]
  while (reader.takes('AND')) all.push(comparison(reader, now))
  return all.length === 1 ? all[0]! : {all}
}

function comparison(reader: TokenReader, now: number): Condition {
  if (reader.takes('(')) {
    const inner = parseCondition(reader, now)
    reader.expect(')')
    return inner
  }
  const name = reader.need('a tag, a field or time', 'word', 'name')
  const operator = reader.need('an operator', 'sign')
  if (!['=', '!=', '<>', '<', '<=', '>', '>=', '=~', '!~'].includes(operator)) throw reader.unexpected('an operator')
  if (name.toLowerCase() === 'time') return {time: moment(reader, now), operator}
  if (operator.includes('~')) return {name, operator, value: patternOf(reader.need('a pattern', 'pattern'))}
  return {name, operator, value: literal(reader)}
}

export function patternOf(text: string): RegExp {
  try {
    return new RegExp(text)
  } catch {
    throw refused(`Error parsing query: ${text} is not a pattern.`)
  }
}

function literal(reader: TokenReader): Literal {
  if (reader.takes('TRUE')) return true
  if (reader.takes('FALSE')) return false
  const text = reader.take('text')
  if (text) return text.text
  const sign = reader.takes('-') ? -1 : 1
  return sign * Number(reader.need('a value', 'number'))
}

/** `now()`, a date as text, a number of nanoseconds, or a duration since 1970; and durations added or taken away. */
function moment(reader: TokenReader, now: number): number {
  let at = base(reader, now)
  while (reader.peek()?.text === '+' || reader.peek()?.text === '-') {
    const sign = reader.need('a sign', 'sign') === '-' ? -1 : 1
    at += sign * (durationOf(reader.need('a duration', 'duration')) ?? 0)
  }
  return at
}

function base(reader: TokenReader, now: number): number {
  if (reader.takes('NOW', '(', ')')) return now
  const text = reader.take('text')
  if (text) return dateOf(text.text)
  const duration = reader.take('duration')
  return duration ? (durationOf(duration.text) ?? 0) : Number(reader.need('a time', 'number')) / 1000
}

function dateOf(text: string): number {
  const iso = text.trim().replace(' ', 'T')
  const milliseconds = Date.parse(/^\d{4}-\d{2}-\d{2}(T[\d:.]+)?$/.test(iso) ? `${withTime(iso)}Z` : iso)
  if (Number.isNaN(milliseconds)) throw refused(`Error parsing query: ${text} is not a time.`)
  return milliseconds * 1000
}

function withTime(iso: string): string {
  return iso.includes('T') ? iso : `${iso}T00:00:00`
}
