import {type JsonObject} from '../../../../lib/client/wire.ts'
import {type CollectionSpec} from '../../../collection.ts'

export interface Answer {
  code: number
  headers: JsonObject
  message: string
}

/** A request to a solution's own API that waits for a script to answer it. */
export interface PendingRequest {
  request_id: string
  solution_id: string
  answer: Answer | null
}

export const pendingRequests: CollectionSpec<PendingRequest> = {
  name: 'murano_pending_requests',
  id: 'request_id',
  indexes: ['solution_id'],
}
