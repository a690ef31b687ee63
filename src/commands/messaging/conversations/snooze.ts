import {type Conversation, conversationDetails} from '../../../lib/messaging/conversation.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {boolean, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Messaging.snoozeUnsnoozeConversation',
  summary: 'Snooze a conversation, or wake it',
  request: 'POST /messaging/conversations/{conversation_uuid}/modify',
  parameters: {
    conversation_uuid: uuid('CONVERSATION', 'conversation to change'),
    snooze: boolean('--snooze', 'snooze it; it is woken if left out', {default: false}),
  },
  effect: {changes: 'snooze or wake the conversation', idempotent: true},
  reply: object<Conversation>({columns: conversationDetails, id: 'uuid'}),
  examples: [
    ['Snooze', '9afab869-e39c-5c6c-94c7-fa3d889d794f --snooze'],
    ['Wake', '9afab869-e39c-5c6c-94c7-fa3d889d794f'],
  ],
})
