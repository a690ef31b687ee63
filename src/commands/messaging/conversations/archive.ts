import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {boolean, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Messaging.archiveUnarchiveConversation',
  summary: 'Archive a conversation, or take it out of the archive',
  request: 'POST /messaging/conversations/{conversation_uuid}/context/modify',
  parameters: {
    conversation_uuid: uuid('CONVERSATION', 'conversation to change'),
    archived: boolean('--archived', 'archive it; it is taken out if left out', {default: false}),
  },
  effect: {changes: 'archive or restore the conversation', idempotent: true},
  reply: empty('The conversation is as you said.'),
  examples: [
    ['Archive', '9afab869-e39c-5c6c-94c7-fa3d889d794f --archived'],
    ['Take it out again', '9afab869-e39c-5c6c-94c7-fa3d889d794f --no-archived'],
  ],
})
