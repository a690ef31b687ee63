import {operation} from '../operation.ts'
import {object} from '../operation/declaration.ts'
import {json, phoneNumber, phoneNumbers, text, user} from '../parameters.ts'
import {type Conversation} from './conversation.ts'
import {type Message, messageColumns} from './message.ts'

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
  reply: object<Partial<Conversation>>({columns: ['uuid', 'context.uuid'], id: 'uuid'}),
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
  reply: object<Message>({columns: messageColumns, id: 'uuid'}),
  examples: [],
})
