import {list, object} from '../lib/operation/declaration.ts'
import {cellText, type ColumnSpec, each} from '../lib/output/columns.ts'
import {type Received} from './messaging/inbound.ts'
import {type OutboxMessage} from './outbox.ts'

const outboxColumns = [
  'uuid',
  'datetime',
  'channel',
  'from',
  {path: 'to', format: each(cellText, ', ')},
  'subject',
  {path: 'content.0.body', header: 'TEXT'},
] as const satisfies readonly ColumnSpec<OutboxMessage>[]

export const outboxReply = list<OutboxMessage>({columns: outboxColumns, id: 'uuid', noun: 'messages', paging: 'none'})

export const outboxMessageReply = object<OutboxMessage>({
  columns: [...outboxColumns, 'cc', 'bcc', 'reply_to', 'data', 'attachments', 'secret', 'sent_by'],
  id: 'uuid',
})

export interface InboundView {
  /** The message, and where it arrived. */
  uuid: string
  conversation_uuid: string
  user_uuid: string
  from: string
  to: string
  text: string
  /** What the campaign of the number answered by itself. */
  answer: string | null
}

export const inboundReply = object<InboundView>({
  columns: ['uuid', 'conversation_uuid', 'user_uuid', 'from', 'to', 'text', 'answer'],
  id: 'uuid',
})

export function inboundView({conversation, message, answer}: Received): InboundView {
  return {
    uuid: message.uuid,
    conversation_uuid: conversation.uuid,
    user_uuid: conversation.user_uuid,
    from: message.from,
    to: message.recipients.join(', '),
    text: message.content.map(({body}) => body).join('\n'),
    answer: answer?.content[0]?.body ?? null,
  }
}
