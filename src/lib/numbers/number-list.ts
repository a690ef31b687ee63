import {type CliError, usageError} from '../errors.ts'
import {type InputReader} from '../input/read-value.ts'
import {toE164} from './phone-number.ts'

/**
 * Phone numbers from one argument: a number, or with `-` and `@FILE`, all numbers of standard input or a file. A list has
 * them one a line or with commas between, `#` begins a comment; or it is CSV with a column called number, as `-o csv`
 * writes it. Throws one usage error that names every bad number and its line.
 */
export async function readNumbers(typed: string, usage: string, input: InputReader): Promise<string[]> {
  if (typed !== '-' && !typed.startsWith('@')) return [toE164(typed, usage)]
  const text = await input.value(typed, usage)
  const source = typed === '-' ? 'standard input' : typed.slice(1)
  const good: string[] = []
  const bad: CliError[] = []
  for (const {number, line} of await entriesOf(text)) {
    try {
      good.push(toE164(number, `${source}:${line}`))
    } catch (error) {
      bad.push(error as CliError)
    }
  }
  if (bad.length > 0) throw badList(bad, good.length)
  if (good.length === 0) throw usageError(`${usage}: ${source} holds no numbers.`, {code: 'empty-input'})
  return good
}

interface Entry {
  number: string
  /** In the list, from 1. */
  line: number
}

const columnNames = ['number', 'phone_number', 'phone', 'tn', 'did']

async function entriesOf(text: string): Promise<Entry[]> {
  const lines = text.split(/\r?\n/)
  const header = (lines[0] ?? '').replace(/^\uFEFF/, '').split(',')
  const column = header.findIndex((name) => columnNames.includes(name.trim().replaceAll('"', '').toLowerCase()))
  return column === -1 ? lines.flatMap(lineEntries) : columnEntries(text, column)
}

function lineEntries(content: string, index: number): Entry[] {
  const numbers = content.replace(/#.*/, '').split(/[,;\t]/)
  return numbers
    .map((number) => ({number: number.trim().replace(/^"(.*)"$/, '$1'), line: index + 1}))
    .filter(({number}) => number !== '')
}

async function columnEntries(text: string, column: number): Promise<Entry[]> {
  const {parse} = await import('csv-parse/sync')
  const rows = parse(text, {
    bom: true,
    comment: '#',
    comment_no_infix: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  }) as unknown as {record: string[]; info: {lines: number}}[]
  return rows
    .slice(1)
    .map(({record, info}) => ({number: record[column] ?? '', line: info.lines}))
    .filter(({number}) => number !== '')
}

const shownAtMost = 20

function badList(bad: readonly CliError[], good: number): CliError {
  const shown = bad.slice(0, shownAtMost).map(({message}) => message)
  return usageError(`${bad.length} of ${good + bad.length} numbers are not right.`, {
    code: 'bad-number',
    details: bad.length > shownAtMost ? [...shown, `… and ${bad.length - shownAtMost} more.`] : shown,
    hint: 'Lists have a number a line, or are CSV with a column “number”; -o id and -o csv write such.',
  })
}
