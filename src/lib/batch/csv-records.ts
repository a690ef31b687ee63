import {CsvError, parse} from 'csv-parse'
import {Readable} from 'node:stream'
import {usageError} from '../errors.ts'
import {breaksIn} from '../input/csv-lines.ts'
import {type Row} from './row.ts'

interface Parsed {
  record: string[]
  info: {lines: number}
}

/** The records of CSV with a header row, as they are read. */
export async function* csvRecords(
  text: AsyncIterable<string>,
  source: string,
  onHeader: (names: readonly string[]) => void,
): AsyncGenerator<Omit<Row, 'number'>> {
  const options = {bom: true, info: true, relax_column_count: true, skip_empty_lines: true}
  const parser = parse(options)
  const input = Readable.from(text)
  input.on('error', (error) => parser.destroy(error))
  let header: string[] | undefined
  try {
    for await (const {record, info} of input.pipe(parser) as AsyncIterable<Parsed>) {
      const line = info.lines - breaksIn(record)
      if (header === undefined) onHeader((header = headerOf(record, source)))
      else yield {line, cells: cellsOf(record, header, `${source}: line ${line}`)}
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw usageError(`${source} is not CSV: ${error.message}.`, {code: 'malformed-csv', cause: error})
  }
}

function headerOf(record: readonly string[], source: string): string[] {
  const names = record.map((name) => name.trim())
  const [separator] = names.length === 1 ? (/[;\t|]/.exec(names[0]!) ?? []) : []
  if (separator !== undefined) throw otherSeparator(source, separator)
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) < at)
  if (twice === undefined) return names
  throw usageError(`${source}: there are two columns “${twice}”.`, {code: 'bad-row'})
}

function otherSeparator(source: string, separator: string) {
  const called = separator === '\t' ? 'tabs' : `“${separator}”`
  return usageError(`${source} has ${called} between its columns, and CSV has commas here.`, {
    code: 'malformed-csv',
    hint: 'Save it with commas between the columns. Nothing was sent.',
  })
}

function cellsOf(record: readonly string[], header: readonly string[], where: string): Record<string, string> {
  const named = record.flatMap((cell, at): [string, string][] => {
    if (cell === '') return []
    const name = header[at]
    if (name !== undefined && name !== '') return [[name, cell]]
    throw usageError(`${where}: “${cell}” is in a column without a name.`, {code: 'bad-row'})
  })
  return Object.fromEntries(named)
}
