import {type CollectionSpec} from '../collection.ts'
import {type Store} from '../store.ts'

/** A script that a solution has for an event of a service. */
export interface EventHandler {
  id: string
  solution_id: string
  /** The alias of the service, or the id of a linked product. */
  service: string
  event: string
  /** `SERVICE_EVENT`. */
  name: string
  /** `SOLUTION_SERVICE_EVENT`. */
  alias: string
  script: string
  created_at: string
  updated_at: string
}

export const eventHandlers: CollectionSpec<EventHandler> = {
  name: 'murano_eventhandlers',
  id: 'id',
  indexes: ['solution_id', 'alias'],
}

export function handlerFor(store: Store, solutionId: string, service: string, event: string): EventHandler | undefined {
  return store.collection(eventHandlers).first({alias: `${solutionId}_${service}_${event}`})
}
