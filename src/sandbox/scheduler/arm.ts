import {type Sandbox} from '../sandbox.ts'
import {nextOccurrence} from './recurrence.ts'
import {fireKind, scheduledEvents, type StoredEvent} from './records.ts'

/** Stores an event and puts down when it fires next after a time, in place of what was put down before. */
export function arm(
  {store, agenda}: Pick<Sandbox, 'store' | 'agenda'>,
  event: StoredEvent,
  after: number,
): StoredEvent {
  if (event.agenda_id !== null) agenda.cancel(event.agenda_id)
  const {status, fired, frequency} = event
  const isOver = status !== 'active' || fired >= (frequency.count ?? Infinity)
  const next = isOver ? undefined : nextOccurrence(event, after)
  const entry = next === undefined ? null : agenda.add(next, fireKind, {event: event.uuid})
  return store.collection(scheduledEvents).put({...event, next_at: next ?? null, agenda_id: entry})
}
