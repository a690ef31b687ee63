import {type Message, messageColumns} from '../../../lib/messaging/message.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {phoneNumber, text, user, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Messaging.sendSMSMessage',
  summary: 'Send a text into a known conversation',
  description:
    'commsctl messaging conversations find prints the context, commsctl messaging users number the number to send from.',
  request: {
    line: 'POST /messaging/users/{user_uuid}/messages',
    fixedBody: {channel: 'sms', 'content[0].type': 'text'},
  },
  parameters: {
    user_uuid: user(),
    to: uuid('--to', 'context of the conversation', {required: true}),
    from: phoneNumber('--from', 'number to send from', {required: true}),
    'content[0].body': text('--text', 'the text; - reads standard input', {required: true}),
  },
  effect: {changes: 'send a text'},
  reply: object<Message>({columns: messageColumns, id: 'uuid'}),
  examples: [['An answer', '--to 11924868-f61f-53ee-b267-f3b9053277f8 --from +19412340003 --text "Room 2, please."']],
})
