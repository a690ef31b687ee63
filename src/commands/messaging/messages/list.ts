import {type Message, messageRowColumns} from '../../../lib/messaging/message.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {text, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Messaging.retrieveMessages',
  summary: 'List the messages of a conversation',
  request: 'GET /messaging/conversations/{conversation_uuid}/messages',
  parameters: {
    conversation_uuid: uuid('CONVERSATION', 'conversation to read'),
    sort: text('--sort', 'order that the service is to give them in; a minus is for the newest first', {
      default: '-datetime',
    }),
  },
  reply: list<Message>({columns: messageRowColumns, id: 'uuid', noun: 'messages', limit: 100}),
  examples: [
    ['The newest first', '9afab869-e39c-5c6c-94c7-fa3d889d794f'],
    [
      'As they came, the texts alone',
      '9afab869-e39c-5c6c-94c7-fa3d889d794f --sort datetime --columns from,content.0.body',
    ],
  ],
})
