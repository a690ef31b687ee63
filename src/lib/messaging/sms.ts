import {type ColumnSpec} from '../output/columns.ts'
import {operation} from '../operation.ts'
import {object} from '../operation/declaration.ts'
import {json, phoneNumber, phoneNumbers, text, user, uuid} from '../parameters.ts'

/** A message as the platform keeps it. */
export interface SentMessage {
  uuid: string
  conversation_uuid?: string
  /** In a conversation, the uuid of its context; else a number. */
  to: string
  from: string
  channel: string
  content: {type: string; body: string}[]
  datetime: string
  /** Where it stands; not every platform version tells. */
  status?: string
  status_reason?: string | null
}

export const messageColumns: readonly ColumnSpec<SentMessage>[] = [
  'uuid',
  'from',
  'to',
  'status',
  'status_reason',
  'datetime',
]

/** The conversation of a user with these numbers; opened when there is none, so that asking twice does no harm. */
export const openConversation = operation({
  operation: 'Messaging.sendSMS',
  summary: 'Send an SMS from a user’s number, inside a conversation',
  request: 'POST /messaging/users/{user_uuid}/conversations',
  parameters: {
    user_uuid: user(),
    phone_numbers: phoneNumbers('--number', 'who is to get it (repeat for more)', {required: true}),
  },
  effect: {changes: 'open a conversation', idempotent: true},
  reply: object<{uuid: string; context?: {uuid: string}}>({columns: ['uuid', 'context.uuid'], id: 'uuid'}),
  examples: [],
})

/** Appends a text to a conversation, named by the uuid of its context. */
export const sendIntoConversation = operation({
  operation: 'Messaging.sendSMSMessage',
  summary: 'Send a text into a known conversation',
  request: {
    line: 'POST /messaging/users/{user_uuid}/messages',
    fixedBody: {channel: 'sms', 'content[0].type': 'text'},
  },
  parameters: {
    user_uuid: user(),
    to: uuid('--to', 'context of the conversation', {required: true}),
    from: phoneNumber('--from', 'number to send from', {required: true}),
    'content[0].body': text('--text', 'the text', {required: true}),
  },
  effect: {changes: 'send a text'},
  reply: object<SentMessage>({columns: messageColumns, id: 'uuid'}),
  examples: [],
})

/** Sends a text by the SMS service alone. */
export const sendDirect = operation({
  operation: 'Messaging.sendSimpleSMS',
  summary: 'Send an SMS outside any conversation',
  request: 'POST /sms/messages/send',
  parameters: {
    to: phoneNumber('--to', 'who is to get it, with --direct', {required: true}),
    from: phoneNumber('--from', 'number to send from', {required: true}),
    'content[0].type': text('--content-type', 'type of the content, with --direct', {default: 'text'}),
    'content[0].body': text('--text', 'the text; - reads standard input', {required: true}),
    metadata: json<'--metadata', {valueName: string}>('--metadata', 'data of your own beside it, with --direct', {
      valueName: 'JSON|@FILE|-',
    }),
  },
  effect: {changes: 'send a text'},
  reply: object<SentMessage>({columns: messageColumns, id: 'uuid'}),
  examples: [],
})
