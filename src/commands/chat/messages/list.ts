import {type ChatMessage, chatMessageColumns} from '../../../lib/chat/chat-message.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Chat.getMessages',
  summary: 'List the latest messages of a channel',
  description: 'The newest come first. The platform gives the latest ones only, as many as asked for.',
  request: 'GET /chat/channels/{channel_uuid}/messages',
  parameters: {
    channel_uuid: uuid('CHANNEL', 'channel to read'),
  },
  reply: list<ChatMessage>({
    columns: chatMessageColumns,
    id: 'uuid',
    noun: 'messages',
    paging: {limit: 'max'},
    limit: 100,
  }),
  examples: [
    ['The last hundred', '76e46975-a37a-51b7-83e7-a648f6b45cc1'],
    ['What was said last', '76e46975-a37a-51b7-83e7-a648f6b45cc1 --limit 1 --columns content.content'],
  ],
})
