import {type JsonValue} from '../../lib/client/wire.ts'
import {type Store} from '../store.ts'
import {usageEvents, type UsageEventRecord, type UsageReportRecord} from './records.ts'

/** The rows of a report, under its columns: the events that there were when it was asked for. */
export function reportRows(store: Store, report: UsageReportRecord): JsonValue[][] {
  const {template, accounts, offset = 0, limit = Infinity} = report
  const found = store.collection(usageEvents).find({where: {account_uuid: accounts}})
  return found
    .filter((event) => isWanted(event, report))
    .slice(offset, offset + limit)
    .map((event) => template.columns.map((column) => valueOf(event, column)))
}

function isWanted(event: UsageEventRecord, report: UsageReportRecord): boolean {
  const {template, application_uuid, event_type = template.event_type, since, until, filter_values = {}} = report
  const at = Date.parse(event.created_datetime)
  return (
    at <= report.requested_at &&
    !(at < Date.parse(since ?? '')) &&
    !(at >= Date.parse(until ?? '')) &&
    (event_type === null || event.event_type === event_type) &&
    (application_uuid === undefined || event.application_uuid === application_uuid) &&
    Object.entries(filter_values).every(([name, value]) => isAnyOf(valueOf(event, name), value))
  )
}

function isAnyOf(found: JsonValue, wanted: JsonValue): boolean {
  return [wanted].flat().some((one) => textOf(one) === textOf(found))
}

/** Numbers are the same as their text. */
function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A field of the event, or of its metadata. */
function valueOf({metadata, ...event}: UsageEventRecord, name: string): JsonValue {
  return (event as Record<string, JsonValue>)[name] ?? metadata[name] ?? null
}
