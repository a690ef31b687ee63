import {type CollectionSpec} from './collection.ts'

/** An e-mail or text message that the platform sent: nothing leaves the sandbox, so what was in it is read here. */
export interface OutboxMessage {
  uuid: string
  channel: 'EMAIL' | 'SMS'
  to: string
  about: 'password-reset' | 'mfa-setup'
  /** The token or code that the message is there for. */
  secret: string
  /** Milliseconds on the sandbox's clock. */
  sent_at: number
}

export const outbox: CollectionSpec<OutboxMessage> = {name: 'outbox', id: 'uuid', indexes: ['to']}
