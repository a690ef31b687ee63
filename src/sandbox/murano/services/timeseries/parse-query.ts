import {durationOf} from './duration.ts'
import {parseCondition, patternOf} from './parse-condition.ts'
import {type Column, type Fill, type Remove, type Select, type Show, type Source, type Statement} from './syntax.ts'
import {TokenReader} from './token-reader.ts'
import {tokensOf} from './tokens.ts'

/** The statements of a query in InfluxQL. `now` is in microseconds. Throws a 400 where it is none. */
export function parseQuery(query: string, now: number): Statement[] {
  const reader = new TokenReader(tokensOf(query))
  const statements: Statement[] = []
  do {
    if (statements.length > 0 && reader.isAtEnd) break
    statements.push(statement(reader, now))
  } while (reader.takes(';'))
  if (!reader.isAtEnd) throw reader.unexpected('the end of the query')
  return statements
}

function statement(reader: TokenReader, now: number): Statement {
  if (reader.takes('SELECT')) return select(reader, now)
  if (reader.takes('SHOW')) return show(reader, now)
  if (reader.takes('DELETE') || reader.takes('DROP', 'SERIES')) return remove(reader, now)
  if (reader.takes('DROP', 'MEASUREMENT')) return {kind: 'remove', from: [source(reader)]}
  throw reader.unexpected('SELECT, SHOW, DELETE or DROP')
}

function select(reader: TokenReader, now: number): Select {
  const columns = listOf(reader, column)
  reader.expect('FROM')
  const from = listOf(reader, source)
  const where = reader.takes('WHERE') ? parseCondition(reader, now) : undefined
  const grouping = reader.takes('GROUP', 'BY') ? groupBy(reader) : {tags: []}
  const fill = reader.takes('FILL') ? fillOf(reader) : 'null'
  const descending = order(reader)
  return {kind: 'select', columns, from, ...(where && {where}), ...grouping, fill, descending, ...bounds(reader)}
}

function column(reader: TokenReader): Column {
  if (reader.takes('*')) return {name: '*'}
  const name = reader.need('a field, or a function of one', 'word', 'name')
  const called = reader.takes('(') ? functionOf(reader, name) : {name}
  return reader.takes('AS') ? {...called, alias: reader.need('a name', 'word', 'name')} : called
}

function functionOf(reader: TokenReader, name: string): Column {
  const field = reader.takes('*') ? '*' : reader.need('a field', 'word', 'name')
  const parameter = reader.takes(',') ? Number(reader.need('a number', 'number')) : undefined
  reader.expect(')')
  return {name: field, function: name.toLowerCase(), ...(parameter !== undefined && {parameter})}
}

function source(reader: TokenReader): Source {
  const pattern = reader.take('pattern')
  return pattern ? patternOf(pattern.text) : reader.need('a measurement', 'word', 'name')
}

function groupBy(reader: TokenReader): Pick<Select, 'interval' | 'tags'> {
  let interval: number | undefined
  const tags = listOf(reader, () => {
    if (reader.takes('*')) return '*'
    if (!reader.takes('TIME', '(')) return reader.need('a tag or time()', 'word', 'name')
    interval = durationOf(reader.need('a duration', 'duration'))
    reader.expect(')')
    return undefined
  })
  return {tags: tags.filter((tag) => tag !== undefined), ...(interval !== undefined && {interval})}
}

function fillOf(reader: TokenReader): Fill {
  reader.expect('(')
  const sign = reader.takes('-') ? -1 : 1
  const number = reader.take('number')
  const words = ['null', 'none', 'previous'] as const
  const fill = number ? sign * Number(number.text) : words.find((word) => reader.takes(word.toUpperCase()))
  if (fill === undefined) throw reader.unexpected('null, none, previous or a number')
  reader.expect(')')
  return fill
}

function order(reader: TokenReader): boolean {
  if (!reader.takes('ORDER', 'BY')) return false
  reader.expect('TIME')
  return reader.takes('DESC') || (reader.takes('ASC') && false)
}

function bounds(reader: TokenReader): {limit?: number; offset: number} {
  const limit = reader.takes('LIMIT') ? Number(reader.need('a number', 'number')) : undefined
  const offset = reader.takes('OFFSET') ? Number(reader.need('a number', 'number')) : 0
  return {offset, ...(limit !== undefined && {limit})}
}

function show(reader: TokenReader, now: number): Show {
  const what = (['measurements', 'series', 'tag keys', 'field keys', 'tag values'] as const).find((words) =>
    reader.takes(...words.toUpperCase().split(' ')),
  )
  if (what === undefined) throw reader.unexpected('MEASUREMENTS, SERIES, TAG KEYS, TAG VALUES or FIELD KEYS')
  const from = reader.takes('FROM') ? listOf(reader, source) : undefined
  const keys = what === 'tag values' ? keysOf(reader) : undefined
  const where = reader.takes('WHERE') ? parseCondition(reader, now) : undefined
  return {kind: 'show', what, ...(from && {from}), ...(keys && {keys}), ...(where && {where}), ...bounds(reader)}
}

function keysOf(reader: TokenReader): string[] {
  reader.expect('WITH', 'KEY')
  const name = () => reader.need('a tag', 'word', 'name')
  if (reader.takes('=')) return [name()]
  reader.expect('IN', '(')
  const keys = listOf(reader, name)
  reader.expect(')')
  return keys
}

function remove(reader: TokenReader, now: number): Remove {
  const from = reader.takes('FROM') ? listOf(reader, source) : undefined
  const where = reader.takes('WHERE') ? parseCondition(reader, now) : undefined
  if (!from && !where) throw reader.unexpected('FROM or WHERE')
  return {kind: 'remove', ...(from && {from}), ...(where && {where})}
}

function listOf<Item>(reader: TokenReader, item: (reader: TokenReader) => Item): Item[] {
  const items = [item(reader)]
  while (reader.takes(',')) items.push(item(reader))
  return items
}
