import {type Firing, type ScheduledEvent} from '../../lib/scheduler/event.ts'
import {type CollectionSpec} from '../collection.ts'

/** What events are on the agenda as. */
export const fireKind = 'scheduler.fire'

export interface StoredEvent extends ScheduledEvent {
  account_uuid: string
  /** How often it has fired since its start was set. */
  fired: number
  /** When it fires next, in milliseconds on the sandbox's clock. */
  next_at: number | null
  /** What is on the agenda for it. */
  agenda_id: number | null
}

export const scheduledEvents: CollectionSpec<StoredEvent> = {
  name: 'scheduled_events',
  id: 'uuid',
  indexes: ['account_uuid', 'user_uuid'],
}

export interface StoredFiring extends Firing {
  account_uuid: string
}

export const firings: CollectionSpec<StoredFiring> = {
  name: 'scheduled_event_firings',
  id: 'uuid',
  indexes: ['account_uuid', 'event_uuid'],
}
