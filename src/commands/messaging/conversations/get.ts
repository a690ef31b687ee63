import {type Conversation, conversationDetails} from '../../../lib/messaging/conversation.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {filters, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Messaging.retrieveConversation',
  summary: 'Show one conversation',
  request: 'GET /messaging/conversations/{conversation_uuid}',
  parameters: {
    conversation_uuid: uuid('CONVERSATION', 'conversation to show'),
    filter: filters(['status', 'expand', 'messages.limit', 'messages.sort']),
  },
  reply: object<Conversation>({columns: conversationDetails, id: 'uuid'}),
  examples: [
    ['A conversation', '9afab869-e39c-5c6c-94c7-fa3d889d794f'],
    [
      'With its latest message',
      '9afab869-e39c-5c6c-94c7-fa3d889d794f --filter expand=messages --jq ".messages[0].content[0].body"',
    ],
  ],
})
