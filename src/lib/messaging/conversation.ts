import {type ColumnSpec} from '../output/columns.ts'
import {type Message} from './message.ts'

/** A user's conversation with phone numbers. */
export interface Conversation {
  uuid: string
  /** What messages are sent to, and not the conversation itself. */
  context: {uuid: string; archived: boolean}
  name: string
  phone_numbers: string[]
  snooze: boolean
  last_message_datetime: string
  /** There when asked for. */
  messages?: Message[]
}

/** What a table of conversations shows. */
export const conversationColumns: readonly ColumnSpec<Conversation>[] = [
  'uuid',
  'name',
  'last_message_datetime',
  'snooze',
  'context.archived',
  {path: 'messages.0.content.0.body', header: 'LAST MESSAGE'},
]

/** What is shown of one conversation. */
export const conversationDetails: readonly ColumnSpec<Conversation>[] = [
  'uuid',
  'context.uuid',
  'name',
  'phone_numbers',
  'last_message_datetime',
  'snooze',
  'context.archived',
]

/** Fields of conversations that lists can be filtered by. */
export const conversationFilters = ['name', 'snooze', 'context.archived'] as const
