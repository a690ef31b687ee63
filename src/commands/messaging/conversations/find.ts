import {badReply} from '../../../lib/errors.ts'
import {type Conversation, conversationDetails} from '../../../lib/messaging/conversation.ts'
import {operation} from '../../../lib/operation.ts'
import {object, plainText} from '../../../lib/operation/declaration.ts'
import {procedure} from '../../../lib/operation/procedure.ts'
import {phoneNumbers, user} from '../../../lib/parameters.ts'

const findConversation = operation({
  operation: 'Messaging.getConversationUuid',
  summary: 'Find the conversation with a phone number',
  request: 'POST /messaging/users/{user_uuid}/conversations',
  parameters: {
    user_uuid: user(),
    phone_numbers: phoneNumbers('--number', 'whom it is with (repeat for more)', {required: true}),
  },
  effect: {changes: 'find the conversation of', idempotent: true},
  reply: object<Partial<Conversation>>({columns: conversationDetails, id: 'uuid'}),
  examples: [],
})

/** The uuid of a conversation's context, which is what messages are sent to. */
export default procedure({
  ...findConversation.shape,
  summary: 'Print where to send for a conversation with a phone number',
  description:
    'It is the uuid of the conversation’s context, which commsctl messaging messages reply --to takes. A conversation ' +
    'is opened when there is none.',
  reply: plainText(),
  examples: [['With a patient', '--number +14155550142']],
  calls: [findConversation],
  requests: (values) => [[findConversation, values]],
  async perform(caller, values) {
    const {context} = await caller.call(findConversation, values)
    if (context === undefined) throw badReply('the conversation has no context')
    return context.uuid
  },
})
