import {randomUUID} from 'node:crypto'
import {loadable} from '../loading/loadable.ts'
import {id, text, texts} from '../loading/schemas.ts'
import {conversations} from '../messaging/conversations.ts'
import {messages} from '../messaging/messages.ts'

/** What of the messaging service can be loaded. */
export const messagingCollections = {
  conversations: loadable(conversations, {
    types: {user_uuid: id, phone_numbers: texts, name: text},
    required: ['user_uuid', 'phone_numbers'],
    defaults: {snooze: false},
    complete: ({phone_numbers = [], name, context, last_message_datetime: last}, now) => ({
      phone_numbers: phone_numbers.toSorted(),
      name: name ?? phone_numbers.join(', '),
      context: context ?? {uuid: randomUUID(), archived: false},
      last_message_datetime: last ?? new Date(now).toISOString(),
    }),
  }),
  messages: loadable(messages, {
    types: {from: text, to: text, recipients: texts},
    required: ['from', 'to', 'account_uuid'],
    defaults: {channel: 'sms', content: [], tags: [], status: 'sent'},
    complete: ({to = '', recipients, datetime}, now) => ({
      recipients: recipients ?? [to],
      datetime: datetime ?? new Date(now).toISOString(),
    }),
  }),
}
