import {type FastifyRequest} from 'fastify'
import {type JsonObject} from '../../lib/client/wire.ts'
import {type ScheduledEvent} from '../../lib/scheduler/event.ts'
import {eventFields} from '../../lib/scheduler/event-fields.ts'
import {dateTime, readFields, readObject} from '../fields.ts'
import {badRequest, type FieldProblem} from '../refusal.ts'
import {refuseFaults} from '../schema-check.ts'

const minute = 60_000

const schema = {
  type: 'object',
  required: ['user_uuid', 'title', 'description'],
  // In the time zone of the event, a start needs no offset.
  properties: {...eventFields, start_datetime: {type: 'string'}},
} as const

/**
 * The event that a request describes. A start must be at least a minute ahead, unless it is the one that the event `had`;
 * left out, it is the earliest that can be. Throws a 400 that names what is wrong.
 */
export async function readEvent(
  request: FastifyRequest,
  now: number,
  had?: ScheduledEvent,
): Promise<Omit<ScheduledEvent, 'uuid'>> {
  const body = present(readObject(request))
  await refuseFaults(body, schema, 'The event is not valid.')
  readFields(body, {start_datetime: dateTime()})
  const given = body as unknown as Partial<ScheduledEvent> & Pick<ScheduledEvent, 'user_uuid' | 'title' | 'description'>
  const event = {
    user_uuid: given.user_uuid,
    start_datetime: given.start_datetime ?? earliest(now),
    timezone: given.timezone ?? 'America/New_York',
    title: given.title,
    description: given.description,
    status: given.status ?? 'active',
    frequency: given.frequency ?? {type: 'once' as const},
    ...(given.trigger && {trigger: given.trigger}),
    ...(given.notification && {notification: given.notification}),
    ...(given.metadata && {metadata: given.metadata}),
    type: given.type ?? '',
  }
  const problems = await problemsOf(event, now, had)
  if (problems.length > 0) throw badRequest('The event is not valid.', problems)
  return event
}

async function problemsOf(
  {start_datetime, timezone, frequency}: Omit<ScheduledEvent, 'uuid'>,
  now: number,
  had?: ScheduledEvent,
): Promise<FieldProblem[]> {
  const {isTimezone, isWeekday, startOf} = await import('./recurrence.ts')
  if (!isTimezone(timezone)) return [{field: 'timezone', message: `is no IANA time zone: ${timezone}`}]
  const isAhead = startOf({start_datetime, timezone}) >= minuteOf(now) + minute
  const isKept = had?.start_datetime === start_datetime
  const strange = [frequency.day_of_week ?? []].flat().filter((day) => !isWeekday(day))
  return [
    ...(isAhead || isKept ? [] : [{field: 'start_datetime', message: 'must be at least a minute ahead'}]),
    ...strange.map((day) => ({field: 'frequency.day_of_week', message: `is no day of the week: ${day}`})),
  ]
}

/** A minute ahead, at the next full minute. */
function earliest(now: number): string {
  return new Date(minuteOf(now + 2 * minute - 1)).toISOString()
}

function minuteOf(milliseconds: number): number {
  return Math.floor(milliseconds / minute) * minute
}

/** What has a value. */
function present(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
}
