import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type OutputFormat} from './format.ts'

/** A name of a row's type, or a dotted way into it; `value` for rows that are plain values; any string where the type is not known. */
export type Path<T> = unknown extends T
  ? string
  : T extends object
    ? (keyof T & string) | `${keyof T & string}.${string}`
    : 'value'

/** One column: where its value is, and for people what it is called and how it is shown. */
export type ColumnSpec<T = unknown> =
  | Path<T>
  | {
      path: Path<T>
      header?: string
      /** How a terminal shows the value; machine-readable formats have it as it came. */
      format?(this: void, value: unknown): string
    }

export interface Column {
  path: string
  header: string
  format?: ((value: unknown) => string) | undefined
}

/** The columns of a declaration with everything filled in. */
export function toColumns(specs: readonly ColumnSpec[]): Column[] {
  return specs.map((spec) => {
    const {path, header, format} = typeof spec === 'string' ? {path: spec} : spec
    return {path, header: header ?? path.replaceAll(/[._]/g, ' ').toUpperCase(), format}
  })
}

/**
 * The columns to show: those the user asked for, else the declared ones, else the first row's own fields.
 * Throws a usage error for a column that is neither declared nor in the first row.
 */
export function chooseColumns(
  wanted: readonly string[] | undefined,
  declared: readonly Column[],
  first: unknown,
): Column[] {
  if (wanted === undefined || wanted.length === 0) {
    return declared.length > 0 ? [...declared] : toColumns(isContainer(first) ? Object.keys(first) : ['value'])
  }
  return wanted.map((path) => {
    const known = declared.find((column) => column.path === path)
    if (known !== undefined) return known
    if (first === undefined || valueAt(first, path) !== undefined) return toColumns([path])[0]!
    throw unknownColumn(path, declared, first)
  })
}

/** What is to be printed of a change, and how. */
interface Printed {
  format: OutputFormat
  columns?: readonly string[] | undefined
  jq?: string | undefined
  /** Whether it is the outcomes of rows, which always have an id. */
  isOfRows: boolean
}

/** Throws a usage error for what a change’s reply does not have: such a slip must not be found when all is done. */
export function requirePrintable(
  reply: {kind: string; columns: readonly ColumnSpec[]; id: string | undefined} | undefined,
  {format, columns, jq, isOfRows}: Printed,
): void {
  requireDeclared(columnNames(columns), reply?.columns ?? [])
  const hasFields = reply?.kind === 'object' || reply?.kind === 'list'
  if (format === 'id' && jq === undefined && hasFields && reply.id === undefined && !isOfRows) throw noIdError()
}

function requireDeclared(wanted: readonly string[], specs: readonly ColumnSpec[]): void {
  const declared = toColumns(specs)
  const isKnown = (path: string) =>
    declared.some((column) => column.path === path || path.startsWith(`${column.path}.`))
  const unknown = wanted.find((path) => !isKnown(path))
  if (unknown !== undefined && declared.length > 0) throw unknownColumn(unknown, declared, undefined)
}

/** What `-o id` is told where there is no id to print. */
export function noIdError() {
  return usageError('-o id: these rows have no id.', {hint: 'Choose a field with --jq or --columns.'})
}

/** Names as they are typed: separated by commas, the flag maybe repeated. */
export function columnNames(typed: readonly string[] = []): string[] {
  return typed
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

function unknownColumn(path: string, declared: readonly Column[], first: unknown) {
  const known = [...new Set([...declared.map((column) => column.path), ...pathsOf(first)])]
  return usageError(`There is no column “${path}”.${didYouMean(path, known)}`, {
    code: 'unknown-column',
    hint: `Columns: ${known.slice(0, 40).join(', ')}${known.length > 40 ? ', …' : ''}`,
  })
}

/** Every way to a value inside objects; arrays count as one value. */
function pathsOf(value: unknown, prefix = ''): string[] {
  if (!isContainer(value) || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => [prefix + key, ...pathsOf(inner, `${prefix}${key}.`)])
}

/** The value a dotted path leads to (`a.b`, `items.0.name`), undefined where it leads nowhere. */
export function valueAt(row: unknown, path: string): unknown {
  if (!isContainer(row)) return path === 'value' ? row : undefined
  if (Object.hasOwn(row, path)) return row[path]
  let value: unknown = row
  for (const key of path.split('.')) {
    if (!isContainer(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

/** A value as the text of one cell: nothing for null, compact JSON for anything nested. */
export function cellText(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** How a terminal shows a list: its elements, each in its own way. */
export function each(show: (element: unknown) => string, between = '\n'): (value: unknown) => string {
  return (value) => (Array.isArray(value) ? value.map(show).join(between) : cellText(value))
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
