import {type ChatMessage, chatMessageColumns} from '../../../lib/chat/chat-message.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {text, user, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Chat.sendMessage',
  summary: 'Write a text into a channel',
  request: {line: 'POST /chat/channels/{channel_uuid}/messages', fixedBody: {'content.contentType': 'string'}},
  parameters: {
    channel_uuid: uuid('CHANNEL', 'channel to write into'),
    'content.content': text('--text', 'the text; - reads standard input', {required: true}),
    user_uuid: user(),
  },
  effect: {changes: 'write into the channel'},
  reply: object<ChatMessage>({columns: chatMessageColumns, id: 'uuid'}),
  examples: [['A text', '76e46975-a37a-51b7-83e7-a648f6b45cc1 --text "Room 2 is free."']],
})
