import {CsvError, parse} from 'csv-parse/sync'
import {type CliError, usageError} from '../errors.ts'
import {breaksIn} from '../input/csv-lines.ts'
import {type ContactRow} from './contact-format.ts'
import {type CellKind, readCell, readHeader} from './csv-cells.ts'
import {type FlatField, unflatten} from './flat-fields.ts'
import {type Faults} from './faults.ts'
import {likelySlips, requireKnownColumn} from './known-columns.ts'

interface Column {
  header: string
  path: string
  kind: CellKind
}

/** Contacts of CSV with a header row, as export writes it. What is wrong with rows goes to `faults`; `doubt` is told likely slips. */
export function contactsOfCsv(
  text: string,
  {source, faults, doubt}: {source: string; faults: Faults; doubt: (about: string) => void},
): ContactRow[] {
  const [head, ...records] = recordsOf(text, source)
  const columns = columnsOf(head?.cells ?? [], source)
  const paths = columns.flatMap((column) => (column === undefined ? [] : [column.path]))
  requireKnownColumn(paths, source)
  likelySlips(paths).forEach(doubt)
  return records.flatMap(({cells, line}) => {
    const problems = problemsWith(cells, columns)
    if (problems.length === 0) {
      try {
        return [{line, content: unflatten(fieldsOf(cells, columns))}]
      } catch (error) {
        problems.push((error as CliError).message)
      }
    }
    faults.add(line, problems)
    return []
  })
}

function recordsOf(text: string, source: string): {cells: string[]; line: number}[] {
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as {record: string[]; info: {lines: number}}[]
    return records.map(({record, info}) => ({cells: record, line: info.lines - breaksIn(record)}))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw usageError(`${source} is not CSV: ${error.message}.`, {code: 'malformed-csv', cause: error})
  }
}

/** The columns by place; undefined for those without a name. Throws a usage error for names that are none, or there twice. */
function columnsOf(headers: readonly string[], source: string): (Column | undefined)[] {
  const seen = new Set<string>()
  return headers.map((header) => {
    if (header.trim() === '') return undefined
    const column = {header: header.trim(), ...readHeader(header)}
    if (seen.has(column.path)) throw usageError(`${source}: there are two columns “${column.header}”.`)
    seen.add(column.path)
    return column
  })
}

function problemsWith(cells: readonly string[], columns: readonly (Column | undefined)[]): string[] {
  if (cells.every((cell) => cell.trim() === '')) return ['holds nothing']
  return cells.flatMap((cell, at) => {
    if (cell === '') return []
    const column = columns[at]
    if (column === undefined) return [`“${cell}” is in a column without a name`]
    const read = readCell(cell, column.kind)
    return 'problem' in read ? [`${column.header} ${read.problem}`] : []
  })
}

function fieldsOf(cells: readonly string[], columns: readonly (Column | undefined)[]): FlatField[] {
  return cells.flatMap((cell, at): FlatField[] => {
    const column = columns[at]
    if (cell === '' || column === undefined) return []
    const read = readCell(cell, column.kind)
    return 'value' in read ? [[column.path, read.value]] : []
  })
}
