import {type JsonValue} from '../client/wire.ts'
import {stepsOf} from '../input/fields.ts'
import {schemaAt} from '../schema.ts'
import {contactSchema} from './contact.ts'

/** What the cells of a column are: text, true and false, or for all else JSON, which the header says with `:json`. */
export type CellKind = 'text' | 'boolean' | 'json'

const jsonMark = ':json'

/** What the cells of a path are as long as all its values fit. */
export function plainKind(path: string): CellKind {
  if (path === '') return 'json'
  return schemaAt(contactSchema, stepsOf(path))?.type === 'boolean' ? 'boolean' : 'text'
}

export function fits(value: JsonValue, kind: CellKind): boolean {
  return kind === 'json' || (kind === 'boolean' ? typeof value === 'boolean' : typeof value === 'string')
}

export function headerOf(path: string, kind: CellKind): string {
  return kind === 'json' ? `${path}${jsonMark}` : path
}

/** The path and the kind that a header says. Throws a usage error for what is no path. */
export function readHeader(header: string): {path: string; kind: CellKind} {
  const text = header.trim()
  if (text.endsWith(jsonMark)) return {path: checkedPath(text.slice(0, -jsonMark.length)), kind: 'json'}
  return {path: checkedPath(text), kind: plainKind(text)}
}

function checkedPath(path: string): string {
  if (path !== '') stepsOf(path)
  return path
}

/** A value as a cell. An empty cell is no value: empty text, and text that begins with a quote, is written in quotes. */
export function writeCell(value: JsonValue | undefined, kind: CellKind): string {
  if (value === undefined) return ''
  if (typeof value === 'string' && kind === 'text')
    return value === '' || value.startsWith('"') ? JSON.stringify(value) : value
  return JSON.stringify(value)
}

/** The value of a cell that is not empty, or what is wrong with it. */
export function readCell(cell: string, kind: CellKind): {value: JsonValue} | {problem: string} {
  if (kind === 'boolean') {
    const word = cell.trim().toLowerCase()
    return word === 'true' || word === 'false' ? {value: word === 'true'} : {problem: 'must be true or false'}
  }
  if (kind === 'json') return parsed(cell) ?? {problem: 'is not JSON'}
  const quoted = cell.startsWith('"') ? parsed(cell) : undefined
  return typeof quoted?.value === 'string' ? quoted : {value: cell}
}

function parsed(text: string): {value: JsonValue} | undefined {
  try {
    return {value: JSON.parse(text) as JsonValue}
  } catch {
    return undefined
  }
}
