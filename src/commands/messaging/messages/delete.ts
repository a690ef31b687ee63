import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {oneOrMany} from '../../../lib/operation/one-or-many.ts'
import {uuid, uuids} from '../../../lib/parameters.ts'

const one = operation({
  operation: 'Messaging.deleteMessage',
  summary: 'Delete a message',
  request: 'DELETE /messaging/messages/{message_uuid}',
  parameters: {
    message_uuid: uuid('MESSAGE', 'message to delete'),
  },
  effect: {changes: 'delete the message', destructive: true},
  reply: empty('The message is deleted.'),
  examples: [['One message', '308cb3b7-33b7-5b3b-b3ac-c63b547e33e1']],
})

const many = operation({
  operation: 'Messaging.deleteMultipleMessages',
  summary: 'Delete messages',
  description: 'Of several, those that are not there count as deleted.',
  request: 'POST /messaging/messages/remove',
  parameters: {
    messages: uuids('MESSAGES...', 'messages to delete'),
  },
  effect: {changes: 'delete the messages', destructive: true, idempotent: true},
  reply: empty('The messages are deleted.'),
  examples: [['Two at once', '308cb3b7-33b7-5b3b-b3ac-c63b547e33e1 9071f625-c998-5034-8f8c-35fa489a91be']],
})

export default oneOrMany(one, many)
