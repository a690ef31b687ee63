import {eventFields} from '../../lib/scheduler/event-fields.ts'
import {type Fault, loadable} from '../loading/loadable.ts'
import {among, id, text, time, wholeNumber} from '../loading/schemas.ts'
import {accounts, identities} from '../records.ts'
import {type Sandbox} from '../sandbox.ts'
import {arm} from '../scheduler/arm.ts'
import {isTimezone, isWeekday} from '../scheduler/recurrence.ts'
import {fireKind, firings, scheduledEvents, type StoredEvent} from '../scheduler/records.ts'

const fieldNames = [
  ...(['uuid', 'user_uuid', 'title', 'description', 'timezone', 'frequency', 'trigger', 'notification'] as const),
  ...(['metadata', 'type', 'status'] as const),
]

/** What of the scheduler can be loaded. An event fires next when the file says, else at its next time from now on. */
export const schedulerCollections = {
  events: loadable(scheduledEvents, {
    fields: {
      ...{...among(eventFields, fieldNames), account_uuid: id, start_datetime: time},
      ...{fired: wholeNumber, next_at: {type: ['integer', 'null']}, agenda_id: {type: 'null'}},
    },
    required: ['account_uuid', 'user_uuid', 'title', 'start_datetime'],
    defaults: {
      ...{description: '', timezone: 'America/New_York', status: 'active', frequency: {type: 'once'}, type: ''},
      ...{fired: 0, next_at: null},
    },
    complete: () => ({agenda_id: null}),
    refers: {account_uuid: accounts, user_uuid: identities},
    faultsOf: unknownTimes,
    settle: putDown,
    dumped: (event) => ({...event, agenda_id: undefined}),
  }),
  firings: loadable(firings, {
    fields: {
      ...{uuid: id, event_uuid: id, account_uuid: id, title: text, scheduled_datetime: time, fired_datetime: time},
      ...{status: {enum: ['complete', 'failed']}, error: text, workflow_instance_uuid: id},
    },
    required: ['event_uuid', 'account_uuid'],
    defaults: {title: '', status: 'complete'},
    complete({fired_datetime: fired, scheduled_datetime: scheduled}, now) {
      const at = fired ?? scheduled ?? new Date(now).toISOString()
      return {scheduled_datetime: scheduled ?? at, fired_datetime: at}
    },
  }),
}

function putDown(sandbox: Sandbox, event: StoredEvent, given: object): void {
  const {store, agenda, clock} = sandbox
  const {uuid, next_at: next} = event
  agenda.withdraw(fireKind, {event: uuid})
  if (!('next_at' in given)) arm(sandbox, event, clock.now())
  else if (next !== null) {
    store.collection(scheduledEvents).put({...event, agenda_id: agenda.add(next, fireKind, {event: uuid})})
  }
}

function unknownTimes(records: readonly Partial<StoredEvent>[]): Fault[] {
  return records.flatMap(({timezone, frequency}, index) => {
    const days = [frequency?.day_of_week ?? []].flat().filter((day) => !isWeekday(day))
    return [
      ...(timezone === undefined || isTimezone(timezone)
        ? []
        : [{index, field: 'timezone', message: `is ${timezone}, and must be an IANA time zone.`}]),
      ...days.map((day) => ({index, field: 'frequency.day_of_week', message: `is ${day}, and must be a weekday.`})),
    ]
  })
}
