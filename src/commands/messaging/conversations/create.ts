import {type Conversation, conversationDetails} from '../../../lib/messaging/conversation.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {phoneNumbers, text, user} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Messaging.getConversation',
  summary: 'Open a conversation with a phone number',
  description: 'A conversation with the same number that is there already is given back as it is.',
  request: 'POST /messaging/users/{user_uuid}/conversations',
  parameters: {
    user_uuid: user(),
    phone_numbers: phoneNumbers('--number', 'whom it is with (repeat for more)', {required: true}),
    name: text('--name', 'what it is called; clients mostly take the number', {required: true}),
  },
  effect: {changes: 'open a conversation for', idempotent: true},
  reply: object<Conversation>({columns: conversationDetails, id: 'uuid'}),
  examples: [['With a patient', '--number +14155550100 --name "Ada Lund"']],
})
