import {channels, contentPartFields, type Message, messageColumns} from '../../../lib/messaging/message.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {choice, jsons, phoneNumber, user, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Messaging.sendMessage',
  summary: 'Send a message of one or more parts into a conversation',
  description: 'For a plain text there is commsctl messaging messages reply.',
  request: 'POST /messaging/users/{user_uuid}/messages',
  parameters: {
    user_uuid: user(),
    to: uuid('--to', 'context of the conversation', {required: true}),
    from: phoneNumber('--from', 'number to send from', {required: true}),
    channel: choice('--channel', 'how it goes', channels, {default: 'sms'}),
    content: jsons('--content', 'a part of it, with type and body (repeat for more, or give an array)', {
      required: true,
      schema: {type: 'object', properties: contentPartFields, required: ['type', 'body']},
    }),
  },
  effect: {changes: 'send a message'},
  reply: object<Message>({columns: messageColumns, id: 'uuid'}),
  examples: [
    [
      'A picture with a text',
      '--channel mms --to 11924868-f61f-53ee-b267-f3b9053277f8 --from +19412340003 --content \'{"type": "text", "body": "The way to us"}\' --content \'{"type": "image", "body": "https://sunrise.example/map.png"}\'',
    ],
  ],
})
