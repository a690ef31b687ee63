import {randomUUID} from 'node:crypto'
import {type JsonObject} from '../lib/client/wire.ts'
import {type CollectionSpec} from './collection.ts'
import {e164} from './phone-numbers.ts'
import {type Sandbox} from './sandbox.ts'
import {type Store} from './store.ts'

export const outboxChannels = ['email', 'sms', 'mms', 'push'] as const

/** What the platform sent: nothing leaves the sandbox, so what was in it is read here. */
export interface OutboxMessage {
  uuid: string
  channel: (typeof outboxChannels)[number]
  /** An address, a number, or of a notification the application. */
  from: string
  /** Addresses, numbers, or devices. */
  to: string[]
  cc?: string[]
  bcc?: string[]
  reply_to?: string[]
  subject?: string
  content: {type: string; body: string}[]
  /** What programs get with a notification. */
  data?: JsonObject
  attachments: Attachment[]
  /** The token or code that the message is there for. */
  secret?: string
  /** The user who had it sent; null where the platform did so by itself. */
  sent_by: string | null
  /** ISO 8601, on the sandbox's clock. */
  datetime: string
}

export interface Attachment {
  name: string
  type: string
  /** Bytes. */
  size: number
}

export const outbox: CollectionSpec<OutboxMessage> = {name: 'outbox', id: 'uuid', indexes: ['channel']}

type Draft = Omit<OutboxMessage, 'uuid' | 'datetime' | 'attachments'> &
  Partial<Pick<OutboxMessage, 'uuid' | 'attachments'>>

/** Puts a message where it can be read; `uuid` where it has one elsewhere, too. */
export function putIntoOutbox({store, clock}: Sandbox, draft: Draft): OutboxMessage {
  const datetime = new Date(clock.now()).toISOString()
  return store.collection(outbox).put({uuid: randomUUID(), attachments: [], ...draft, datetime})
}

export interface OutboxFilter {
  channel?: OutboxMessage['channel'] | undefined
  /** Any of those who got it; a number in any way of writing that the platform takes. */
  to?: string | undefined
}

/** What was sent, newest first. */
export function readOutbox(store: Store, {channel, to}: OutboxFilter = {}): OutboxMessage[] {
  const found = store.collection(outbox).find(channel && {where: {channel}})
  const wanted = to === undefined ? undefined : (e164(to) ?? to.toLowerCase())
  return found.filter((message) => wanted === undefined || recipientsOf(message).includes(wanted)).reverse()
}

function recipientsOf({to, cc = [], bcc = []}: OutboxMessage): string[] {
  return [...to, ...cc, ...bcc].map((recipient) => recipient.toLowerCase())
}
