import {type LiveEvent} from './live-schema.ts'
import {typeOf} from './describe-operation.ts'
import {type ColumnSpec, each} from '../output/columns.ts'

/** An event that scripts of a solution can be told of. */
export interface EventRow {
  service: string
  event: string
  /** What the platform wraps the script in, and calls. */
  handler: string
  summary: string
}

export interface EventField {
  name: string
  type: string
  /** Whether it is always there. */
  required: boolean
  summary: string
}

/** All that is known of an event, and a script to begin with. */
export interface EventDetails extends EventRow {
  /** What the script calls the thing that tells of the event. */
  parameter: string
  fields: EventField[]
  stub: string
}

export const eventColumns: readonly ColumnSpec<EventDetails>[] = [
  ...(['service', 'event', 'handler', 'summary', 'parameter'] as const),
  {path: 'fields', format: each(fieldLine)},
  'stub',
]

function fieldLine(field: unknown): string {
  const {name, type, summary} = field as EventField
  return `${name} (${type}): ${summary}`
}

export function eventRow(service: string, {name, summary}: LiveEvent): EventRow {
  return {service, event: name, handler: `handle_${service}_${name}`, summary}
}

export function eventDetails(service: string, event: LiveEvent): EventDetails {
  const fields = Object.entries(event.fields).map(([name, schema]) => ({
    ...{name, type: typeOf(schema), required: event.required.includes(name)},
    summary: schema.description ?? '',
  }))
  const row = eventRow(service, event)
  return {...row, parameter: event.parameter, fields, stub: stubOf(row, event.parameter, fields)}
}

/** A script that says what it gets, and shows it in the log. */
function stubOf({service, event, summary}: EventRow, parameter: string, fields: readonly EventField[]): string {
  const width = Math.max(0, ...fields.map(({name}) => name.length))
  const about = fields.map((field) => `--   ${parameter}.${field.name.padEnd(width)}  ${field.summary}`.trimEnd())
  return [
    `-- ${summary === '' ? `${service} tells of ${event}` : summary}. It tells:`,
    ...about,
    '',
    `print("${service} ${event}: " .. to_json(${parameter}))`,
    '',
  ].join('\n')
}
