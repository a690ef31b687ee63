import {type Conversation, conversationColumns, conversationFilters} from '../../../lib/messaging/conversation.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters, user} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Messaging.retrieveConversations',
  summary: 'List a user’s conversations, each with its last message',
  description: 'Those that were written in last come first.',
  request: {
    line: 'GET /messaging/users/{user_uuid}/conversations',
    fixedQuery: {
      sort: '-last_message_datetime',
      expand: 'messages',
      'messages.limit': '1',
      'messages.sort': '-datetime',
    },
  },
  parameters: {
    user_uuid: user(),
    filter: filters(conversationFilters),
  },
  reply: list<Conversation>({columns: conversationColumns, id: 'uuid', noun: 'conversations'}),
  examples: [
    ['Yours', ''],
    ['Those that are not snoozed', '--filter snooze=false'],
  ],
})
