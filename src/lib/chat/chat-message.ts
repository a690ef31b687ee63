import {type ColumnSpec} from '../output/columns.ts'

/** What somebody wrote in a channel. */
export interface ChatMessage {
  uuid: string
  channel_uuid: string
  user_uuid: string
  content: ChatContent
}

/** A text, or with the type `multipart`, parts. */
export interface ChatContent {
  contentType: string
  content?: string
  parts?: ChatPart[]
}

export interface ChatPart {
  contentType: string
  content: string
}

/** What a table of messages shows. */
export const chatMessageColumns: readonly ColumnSpec<ChatMessage>[] = [
  'uuid',
  'user_uuid',
  {path: 'content.contentType', header: 'TYPE'},
  {path: 'content.content', header: 'TEXT'},
  {path: 'content.parts', header: 'PARTS'},
]
