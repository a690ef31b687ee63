import {type Conversation, conversationDetails} from '../../../lib/messaging/conversation.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Messaging.markAllConversationMessagesRead',
  summary: 'Mark all messages of a conversation as read',
  request: {
    line: 'POST /messaging/conversations/{conversation_uuid}/messages/modify',
    fixedBody: {tags: ['@read']},
  },
  parameters: {
    conversation_uuid: uuid('CONVERSATION', 'conversation that was read'),
  },
  effect: {changes: 'mark as read', idempotent: true},
  reply: object<Conversation>({columns: conversationDetails, id: 'uuid'}),
  examples: [['All that came', '9afab869-e39c-5c6c-94c7-fa3d889d794f']],
})
