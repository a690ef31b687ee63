import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {oneOrMany} from '../../../lib/operation/one-or-many.ts'
import {uuid, uuids} from '../../../lib/parameters.ts'
import {shownBy} from '../../../lib/operation/consequences.ts'
import getConversation from './get.ts'

const one = operation({
  operation: 'Messaging.deleteConversation',
  summary: 'Delete a conversation',
  request: 'DELETE /messaging/conversations/{conversation_uuid}',
  parameters: {
    conversation_uuid: uuid('CONVERSATION', 'conversation to delete'),
  },
  effect: {changes: 'delete the conversation', destructive: true},
  consequences: shownBy(getConversation),
  reply: empty('The conversation is deleted.'),
  examples: [['One conversation', '9afab869-e39c-5c6c-94c7-fa3d889d794f']],
})

const many = operation({
  operation: 'Messaging.deleteMultipleConversations',
  summary: 'Delete conversations with their messages',
  description:
    'Nobody sees a deleted conversation any more; the platform keeps it for 30 days. Of several, those that are not ' +
    'there count as deleted.',
  request: 'POST /messaging/conversations/remove',
  parameters: {
    conversations: uuids('CONVERSATIONS...', 'conversations to delete'),
  },
  effect: {changes: 'delete the conversations', destructive: true, idempotent: true},
  reply: empty('The conversations are deleted.'),
  examples: [['Several at once', '9afab869-e39c-5c6c-94c7-fa3d889d794f 3e14fcef-ef5b-5d57-924f-338d593acfee']],
})

export default oneOrMany(one, many)
