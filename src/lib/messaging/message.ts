import {type ColumnSpec} from '../output/columns.ts'
import {type Fields} from '../schema.ts'

export const channels = ['sms', 'mms'] as const

/** A message as the platform keeps it. */
export interface Message {
  uuid: string
  conversation_uuid?: string
  /** In a conversation, the uuid of its context; else a number. */
  to: string
  from: string
  channel: (typeof channels)[number]
  content: ContentPart[]
  datetime: string
  /** `@read` among them once it has been read. */
  tags?: string[]
  /** Where it stands; not every platform version tells. */
  status?: 'sent' | 'blocked' | 'received'
  status_reason?: string | null
}

export interface ContentPart {
  type: string
  body: string
}

/** What is shown of a message that was sent. */
export const messageColumns: readonly ColumnSpec<Message>[] = [
  'uuid',
  'from',
  'to',
  'status',
  'status_reason',
  'datetime',
]

/** What a table of messages shows. */
export const messageRowColumns: readonly ColumnSpec<Message>[] = [
  'uuid',
  'datetime',
  'from',
  'status',
  'tags',
  {path: 'content.0.body', header: 'TEXT'},
]

/** A part of what a message says. */
export const contentPartFields: Fields = {
  type: {type: 'string', examples: ['text']},
  body: {type: 'string', minLength: 1, maxLength: 1600, description: 'a text, or the address of a picture'},
}
