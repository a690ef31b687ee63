import {type JsonObject} from '../../lib/client/wire.ts'
import {list, object} from '../../lib/operation/declaration.ts'
import {type Delivery, type DeliveryAttempt, type DeliveryState} from './deliveries.ts'

/** A delivery as the `sandbox deliveries` commands print it. The headers that go along are secrets, and not in it. */
export interface DeliveryView {
  uuid: string
  subscription_uuid: string
  service: string
  event: string
  url: string
  state: DeliveryState
  created_datetime: string
  /** When it is tried next; null when it is not. */
  next_datetime: string | null
  attempts: DeliveryAttempt[]
  body: JsonObject
}

const columns = ['uuid', 'service', 'event', 'url', 'state', 'created_datetime', 'next_datetime'] as const

export const deliveriesReply = list<DeliveryView>({columns, id: 'uuid', noun: 'deliveries', paging: 'none'})

export const deliveryReply = object<DeliveryView>({
  columns: [...columns, 'subscription_uuid', 'attempts', 'body'],
  id: 'uuid',
})

export function deliveryView(delivery: Delivery): DeliveryView {
  const {uuid, subscription_uuid, service, event, url, state, created_at, due_at, attempts, body} = delivery
  return {
    ...{uuid, subscription_uuid, service, event, url, state},
    created_datetime: new Date(created_at).toISOString(),
    next_datetime: due_at === null ? null : new Date(due_at).toISOString(),
    ...{attempts, body},
  }
}
