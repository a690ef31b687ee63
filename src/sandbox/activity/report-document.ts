import {type Limit, type ReportSort, type ReportTemplate} from '../../lib/activity/report-template.ts'
import {type ReportDocument} from '../../lib/activity/report.ts'
import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
import {type Conditions} from '../collection.ts'
import {type Store} from '../store.ts'
import {activities, type ActivityRecord} from './activities.ts'
import {type ReportRecord} from './report-records.ts'

/** The report that a template makes of what had happened when it was run. */
export function reportDocument(store: Store, report: ReportRecord): ReportDocument {
  const {report_uuid, template, parameters, requested_at} = report
  const {template_uuid, name, columns, limits = [], sort, aggregates = []} = template
  const rows = sorted(
    sourceRows(store, report).filter((row) => isWithin(row, limits, parameters)),
    sort,
  )
  return {
    report_uuid,
    template_uuid,
    name,
    ...(columns && {columns}),
    ...{parameters, created_datetime: new Date(requested_at).toISOString(), total: rows.length},
    rows: columns === undefined || columns.length === 0 ? rows : rows.map((row) => projected(row, columns)),
    aggregates: aggregates.map((aggregate) => ({...aggregate, value: aggregated(rows, aggregate)})),
  }
}

function sourceRows(store: Store, report: ReportRecord): JsonObject[] {
  const {data_source: source} = report.template
  if (source.source_type !== 'activity') return source.local_data ?? []
  const {owner_uuid, account_uuid, requested_at} = report
  const where: Conditions = {
    ...(owner_uuid === undefined ? {account_uuid: account_uuid ?? ''} : {owner_uuid}),
    ...(source.activity !== undefined && {activity_type: source.activity}),
  }
  const found = store.collection(activities).find({where})
  return found.map(flat).filter((row) => Number(row['created_at']) <= requested_at)
}

/** An activity as a row: its metadata among its fields. */
function flat({metadata, ...activity}: ActivityRecord): JsonObject {
  return {...metadata, ...activity, created_at: Date.parse(activity.created_datetime), metadata}
}

function projected(row: JsonObject, columns: NonNullable<ReportTemplate['columns']>): JsonObject {
  return Object.fromEntries(columns.map(({name}) => [name, valueAt(row, name) ?? null]))
}

/** All conditions of one group hold; where there are no groups, nothing needs to. */
function isWithin(row: JsonObject, groups: readonly (readonly Limit[])[], parameters: JsonObject): boolean {
  return groups.length === 0 || groups.some((group) => group.every((limit) => holds(row, limit, parameters)))
}

/** A condition on a parameter that was not given is none. */
function holds(row: JsonObject, {column, op, value}: Limit, parameters: JsonObject): boolean {
  const isParameter = typeof value === 'string' && value.startsWith('$')
  const wanted = isParameter ? parameters[value.slice(1)] : value
  if (isParameter && wanted === undefined) return true
  return operators[op]?.(valueAt(row, column) ?? null, wanted ?? null) ?? false
}

type Operator = (found: JsonValue, wanted: JsonValue) => boolean

const operators: Readonly<Record<string, Operator>> = {
  '=': (found, wanted) => compared(found, wanted) === 0,
  '==': (found, wanted) => compared(found, wanted) === 0,
  '!=': (found, wanted) => compared(found, wanted) !== 0,
  '<': (found, wanted) => compared(found, wanted) < 0,
  '<=': (found, wanted) => compared(found, wanted) <= 0,
  '>': (found, wanted) => compared(found, wanted) > 0,
  '>=': (found, wanted) => compared(found, wanted) >= 0,
  in: (found, wanted) => [wanted].flat().some((one) => compared(found, one) === 0),
  contains: (found, wanted) => textOf(found).toLowerCase().includes(textOf(wanted).toLowerCase()),
}

/** Numbers by size, times by what comes first (a number beside one is milliseconds), all else as text. NaN where they cannot be compared. */
function compared(a: JsonValue, b: JsonValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (a === null || b === null) return a === b ? 0 : Number.NaN
  const [first, second] = [timeOf(a), timeOf(b)]
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second
  return textOf(a) < textOf(b) ? -1 : Number(textOf(a) > textOf(b))
}

function timeOf(value: JsonValue): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function sorted(rows: readonly JsonObject[], sort: ReportSort = {}): JsonObject[] {
  const {primary_column: column, primary_direction: direction} = sort
  if (column === undefined) return [...rows]
  const sign = direction === 'descending' ? -1 : 1
  return rows.toSorted((a, b) => sign * (compared(valueAt(a, column) ?? '', valueAt(b, column) ?? '') || 0))
}

function aggregated(rows: readonly JsonObject[], {column, function: kind}: JsonObject): number | null {
  if (typeof column !== 'string') return rows.length
  const values = rows.map((row) => valueAt(row, column)).filter((value) => value != null)
  const numbers = values.filter((value) => typeof value === 'number')
  const sum = numbers.reduce((total, value) => total + value, 0)
  if (kind === 'sum') return sum
  if (kind === 'avg') return numbers.length === 0 ? null : sum / numbers.length
  if (kind === 'min' || kind === 'max') return numbers.length === 0 ? null : Math[kind](...numbers)
  return values.length
}

/** The value at a dotted path. */
function valueAt(row: JsonObject, path: string): JsonValue | undefined {
  if (Object.hasOwn(row, path)) return row[path]
  return path.split('.').reduce<JsonValue | undefined>((value, name) => {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value[name] : undefined
  }, row)
}
