import {type JsonValue} from '../../../client/wire.ts'
import {usageError} from '../../../errors.ts'
import {cellText} from '../../../output/columns.ts'
import {sampleNames} from '../../campaign.ts'
import {filingOf} from '../../filing.ts'
import {brandFields, campaignFields} from '../field-kinds.ts'
import {type Filing, type Part} from '../rule.ts'
import {type FilingSource, type Located} from './filing-source.ts'
import {stepsOf} from './parts.ts'

interface Row {
  /** Cells by the name of their column. */
  cells: Record<string, string>
  /** The line that it begins on, and its text. */
  line: number
  raw: string
}

/** Fields by the part that they are of: no name is in both. */
function partOf(name: string): 'brand' | 'campaign' {
  return name in brandFields ? 'brand' : 'campaign'
}

/**
 * Filings in CSV, one a row: columns are fields of the brand and of the campaign, `sample_msg1` to `sample_msg5` for the
 * samples; lists have `;` between their elements. Throws a usage error for what is no CSV.
 */
export async function csvSource(text: string, file: string): Promise<FilingSource> {
  const rows = await readRows(text, file)
  const filings = rows.map(({cells}) => filingOfRow(cells))
  return {
    file,
    filings,
    switches: [],
    locate: (at, _, field, span) => placeIn(rows[at]!, columnIn(rows[at]!.cells, field), span),
    async mended(at, mends) {
      const {stringify} = await import('csv-stringify/sync')
      const changed = rows.map(({cells}, index) => {
        if (index !== at) return cells
        const values = mends.map(({field, value}) => [columnIn(cells, field), cellOf(value)] as const)
        return {...cells, ...Object.fromEntries(values)}
      })
      const columns = [...new Set(changed.flatMap((cells) => Object.keys(cells)))]
      return stringify(changed, {header: true, columns}).trimEnd()
    },
  }
}

async function readRows(text: string, file: string): Promise<Row[]> {
  const {parse} = await import('csv-parse/sync')
  try {
    const records = parse(text, {
      columns: true,
      bom: true,
      info: true,
      raw: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
    }) as unknown as {record: Record<string, string>; raw: string; info: {lines: number}}[]
    return records.map(({record, raw, info}) => {
      const content = raw.replace(/[\r\n]+$/, '')
      return {
        cells: record,
        raw: content,
        line: info.lines - (content.split('\n').length - 1),
      }
    })
  } catch (error) {
    throw usageError(`${file} is not CSV: ${(error as Error).message}`, {code: 'malformed-csv', cause: error})
  }
}

function filingOfRow(cells: Readonly<Record<string, string>>): Filing {
  const fields = {brand: {} as Record<string, JsonValue>, campaign: {} as Record<string, JsonValue>}
  for (const [column, text] of Object.entries(cells)) {
    const name = column.replace(/^(?:brand|campaign)\./, '')
    if (text !== '') fields[partOf(name)][name] = valueOf(name, text)
  }
  const part = (path: 'brand' | 'campaign'): Part[] =>
    Object.keys(fields[path]).length === 0 ? [] : [{path, fields: filingOf(fields[path])}]
  return {brand: part('brand')[0], campaigns: part('campaign')}
}

function valueOf(name: string, text: string): JsonValue {
  const kind = campaignFields[name]
  if (kind === 'boolean' && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  if (kind !== 'texts') return text
  return text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function cellOf(value: JsonValue): string {
  return Array.isArray(value) ? value.map(cellOf).join(';') : cellText(value)
}

/** The column that holds a field. */
function columnOf(field: string): string {
  const [name, index] = stepsOf(field)
  return name === 'sample_messages' ? sampleNames[Number(index ?? 0)]! : String(name)
}

/** The same, as this file calls it: maybe with the part before it. */
function columnIn(cells: Readonly<Record<string, string>>, field: string): string {
  const column = columnOf(field)
  return [column, `brand.${column}`, `campaign.${column}`].find((name) => name in cells) ?? column
}

function placeIn({cells, line, raw}: Row, column: string, span?: string): Located {
  const wanted = [span, cells[column]]
  const found = wanted.find((text) => text !== undefined && text !== '' && raw.includes(text))
  const start = found === undefined ? 0 : raw.indexOf(found)
  const end = found === undefined ? raw.length : start + found.length
  const at = (offset: number) => {
    const before = raw.slice(0, offset).split('\n')
    return {line: line + before.length - 1, column: before.at(-1)!.length + 1}
  }
  const [from, to] = [at(start), at(end)]
  return {line: from.line, column: from.column, end_line: to.line, end_column: to.column, nameLine: line}
}
