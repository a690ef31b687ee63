import {type CliError, usageError} from '../errors.ts'
import {effectWith, subject} from '../operation/confirm.ts'
import {type Declaration} from '../operation/declaration.ts'
import {isPrecious} from './run-job.ts'
import {type Columns} from './columns.ts'
import {type RowFile, RowReader} from './read-rows.ts'
import {RowProblems, type RowValues} from './row-values.ts'
import {type Row} from './row.ts'

/** What a look at all rows has shown. */
export interface Checked {
  rows: number
  digest: string
  /** What the first of them are about, for a question. */
  first: string[]
  /** Whether one of them destroys something, where that depends on its values. */
  destroys: boolean
  /** Columns that are for nothing. */
  unused: string[]
}

interface Checking {
  shape: Declaration
  columns: Columns
  values: RowValues
  /** Arguments that were typed for all rows: one that each row has itself would be for nothing. */
  typed?: readonly string[]
}

const namedAtMost = 5
const shownAtMost = 1000

/** Checks all rows and sends nothing. Throws one usage error that names every row that is not right, with line and column. */
export async function checkRows(file: RowFile, {shape, columns, values, typed = []}: Checking): Promise<Checked> {
  const reader = new RowReader(file)
  const [first, faults, unused]: [string[], string[], Set<string>] = [[], [], new Set()]
  let [rows, bad, destroys] = [0, 0, false]
  const unsure: number[] = []
  const idle = new Set(typed)
  for await (const row of reader.rows()) {
    rows += 1
    if (row.mayBeDone === true && isPrecious(shape)) unsure.push(row.line)
    const given = givenIn(row, columns)
    for (const column of Object.keys(row.cells)) if (columns.target(column) === undefined) unused.add(column)
    for (const name of idle) if (!given.has(name)) idle.delete(name)
    try {
      const checked = await values.of(row)
      destroys ||= effectWith(shape.effect, checked)?.destructive === true
      if (first.length < namedAtMost) first.push(subject(shape, checked).join(' '))
    } catch (error) {
      if (!(error instanceof RowProblems)) throw error
      bad += 1
      if (faults.length < shownAtMost) faults.push(...error.lines)
    }
  }
  const unmet = columns.unmet(reader.columns)
  if (rows > 0 && unmet.length > 0) throw unmetColumns(file, unmet, reader.columns)
  const misspelt = [...unused].filter((column) => columns.near(column).length > 0)
  if (misspelt.length > 0) throw misspeltColumns(file, misspelt, columns)
  if (unsure.length > 0) throw unsureRows(file, unsure)
  if (bad > 0) throw badRows(file, faults, {bad, rows, unused, columns})
  if (rows > 0 && idle.size > 0) throw idleArguments(file, idle, shape)
  if (rows === 0 && reader.records === 0) throw usageError(`${file.name} holds no rows.`, {code: 'empty-input'})
  return {rows, digest: reader.digest(), first, destroys, unused: [...unused]}
}

/** What must not be done twice is not sent again on a guess. */
function unsureRows({name}: RowFile, lines: readonly number[]): CliError {
  const shown = lines.slice(0, namedAtMost).join(', ')
  const more = lines.length > namedAtMost ? ` and ${lines.length - namedAtMost} more` : ''
  const count = lines.length === 1 ? '1 row' : `${lines.length} rows`
  return usageError(`${name}: ${count} may have been done: line ${shown}${more}. Nothing was sent.`, {
    code: 'unsure-rows',
    hint: 'See what the service holds. Delete the lines of those that are done; in the others, set outcome to failed.',
  })
}

function badRows(
  {name}: RowFile,
  faults: readonly string[],
  {bad, rows, unused, columns}: {bad: number; rows: number; unused: ReadonlySet<string>; columns: Columns},
): CliError {
  const what = `${bad} of ${rows} ${rows === 1 ? 'row' : 'rows'} ${bad === 1 ? 'is' : 'are'} not right`
  return usageError(`${name}: ${what}. Nothing was sent.`, {
    code: 'bad-rows',
    details: faults.length < shownAtMost ? faults : [...faults, '… and more.'],
    hint:
      unused.size === 0
        ? undefined
        : `For nothing here: ${quoted(unused)}. There are ${columns.names().join(', ')}; --map FLAG=COLUMN takes another.`,
  })
}

function unmetColumns({name}: RowFile, unmet: readonly string[], columns: ReadonlySet<string>): CliError {
  return usageError(`--map: ${name} has no column ${quoted(unmet)}.`, {
    code: 'unknown-column',
    hint: `Nothing was sent. Its columns: ${[...columns].join(', ')}.`,
  })
}

function idleArguments({name}: RowFile, idle: ReadonlySet<string>, {parameters}: Declaration): CliError {
  const usages = [...idle].map((one) => parameters[one]!.usage.replace(/\.\.\.$/, '')).join(', ')
  return usageError(`${usages} was typed, and each row of ${name} has its own.`, {
    code: 'invalid-value',
    hint: 'Nothing was sent. Leave it out, or add it to the rows.',
  })
}

/** Parameters that the row has itself. */
function givenIn({cells}: Row, columns: Columns): Set<string> {
  const targets = Object.keys(cells).map((column) => columns.target(column))
  return new Set(targets.flatMap((target) => (target !== undefined && 'parameter' in target ? [target.parameter] : [])))
}

function quoted(names: Iterable<string>): string {
  return [...names].map((name) => `“${name}”`).join(', ')
}

function misspeltColumns({name}: RowFile, misspelt: readonly string[], columns: Columns): CliError {
  return usageError(`${name}: ${misspelt.length === 1 ? 'a column is' : 'columns are'} for nothing here.`, {
    code: 'unknown-column',
    details: misspelt.map((column) => `“${column}”: did you mean ${columns.near(column).join(' or ')}?`),
    hint: 'Name it with --map FLAG=COLUMN, or leave it out. Nothing was sent.',
  })
}
