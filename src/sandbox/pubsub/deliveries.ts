import {type JsonObject} from '../../lib/client/wire.ts'
import {type CollectionSpec} from '../collection.ts'

/** `dropped`: its subscription was deleted before it arrived. */
export const deliveryStates = ['pending', 'delivered', 'failed', 'dropped'] as const

export type DeliveryState = (typeof deliveryStates)[number]

/** One try to take an event to its subscriber. */
export interface DeliveryAttempt {
  /** ISO 8601, on the sandbox's clock. */
  at: string
  /** What the subscriber answered; null when it did not. */
  status: number | null
  duration_ms: number
  error: string | null
}

/** An event on its way to one subscriber, and what became of it. */
export interface Delivery {
  uuid: string
  subscription_uuid: string
  service: string
  event: string
  url: string
  /** What is posted. */
  body: JsonObject
  state: DeliveryState
  attempts: DeliveryAttempt[]
  /** Milliseconds on the sandbox's clock. */
  created_at: number
  /** When it is to be tried next, in milliseconds on the sandbox's clock; null when it is not. */
  due_at: number | null
  /** How many attempts were made before it was last sent again by hand. */
  attempts_before: number
  /** Until then it belongs to the process that is trying it. In real time: the sandbox's clock may stand still. */
  claimed_until: number
}

export const deliveries: CollectionSpec<Delivery> = {
  name: 'deliveries',
  id: 'uuid',
  indexes: ['state', 'subscription_uuid'],
}

/** How long to wait after each failure, in milliseconds on the sandbox's clock; after the last there is no further attempt. */
const pauses = [10_000, 60_000, 600_000, 3_600_000]

/** The delivery after one more attempt. */
export function afterAttempt(delivery: Delivery, attempt: DeliveryAttempt, now: number): Delivery {
  const attempts = [...delivery.attempts, attempt]
  const common = {...delivery, attempts, claimed_until: 0}
  if (attempt.error === null) return {...common, state: 'delivered', due_at: null}
  const pause = pauses[attempts.length - delivery.attempts_before - 1]
  return pause === undefined ? {...common, state: 'failed', due_at: null} : {...common, due_at: now + pause}
}

/** The delivery as if it were new, with its log. */
export function sentAgain(delivery: Delivery, now: number): Delivery {
  return {
    ...delivery,
    state: 'pending',
    due_at: now,
    attempts_before: delivery.attempts.length,
    claimed_until: 0,
  }
}
