import {type ChatMessage, chatMessageColumns} from '../../../lib/chat/chat-message.ts'
import {parts} from '../../../lib/chat/parts.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Chat.sendMessageToChannel',
  summary: 'Write a message of several parts into a channel',
  description:
    'Each --part is a type and, after an equals sign, the content: plain/text=Hello, text/csv=@rows.csv, s2s-kvp=room=2. ' +
    'Content that begins with @ is written with two of them. For a plain text there is commsctl chat messages send.',
  request: {line: 'POST /chat/channels/{channel_uuid}/messages', fixedBody: {'content.contentType': 'multipart'}},
  parameters: {
    channel_uuid: uuid('CHANNEL', 'channel to write into'),
    'content.parts': parts,
  },
  effect: {changes: 'write into the channel'},
  reply: object<ChatMessage>({columns: chatMessageColumns, id: 'uuid'}),
  examples: [
    [
      'A text and a table',
      '76e46975-a37a-51b7-83e7-a648f6b45cc1 --part "plain/text=Who is in today" --part text/csv=@contacts.csv',
    ],
    ['A pair of values for programs', '76e46975-a37a-51b7-83e7-a648f6b45cc1 --part s2s-kvp=room=2'],
  ],
})
