import {randomUUID} from 'node:crypto'
import {type Schema} from '../../lib/schema.ts'
import {loadable} from '../loading/loadable.ts'
import {channels, contentPartFields} from '../../lib/messaging/message.ts'
import {free, id, text, texts, textOrNull, time, wholeNumber, yesOrNo} from '../loading/schemas.ts'
import {conversations, forgetLater} from '../messaging/conversations.ts'
import {messages} from '../messaging/messages.ts'
import {optOutId, optOuts} from '../messaging/opt-outs.ts'
import {e164} from '../phone-numbers.ts'
import {identities} from '../records.ts'

const context: Schema = {
  type: 'object',
  properties: {uuid: id, archived: yesOrNo},
  required: ['uuid', 'archived'],
}
const content: Schema = {
  type: 'array',
  items: {type: 'object', properties: contentPartFields, required: ['type', 'body']},
}

/** What of the messaging service can be loaded. */
export const messagingCollections = {
  conversations: loadable(conversations, {
    fields: {
      ...{uuid: id, user_uuid: id, context, name: text, phone_numbers: texts, snooze: yesOrNo},
      ...{last_message_datetime: time, deleted_at: wholeNumber},
    },
    required: ['user_uuid', 'phone_numbers'],
    defaults: {snooze: false},
    complete: ({phone_numbers = [], name, context, last_message_datetime: last}, now) => ({
      phone_numbers: phone_numbers.toSorted(),
      name: name ?? phone_numbers.join(', '),
      context: context ?? {uuid: randomUUID(), archived: false},
      last_message_datetime: last ?? new Date(now).toISOString(),
    }),
    refers: {user_uuid: identities},
    settle: forgetLater,
  }),
  messages: loadable(messages, {
    fields: {
      ...{uuid: id, account_uuid: id, conversation_uuid: id, from: text, to: text, recipients: texts},
      ...{channel: {enum: channels}, content, datetime: time, tags: texts, metadata: free},
      ...{status: {enum: ['sent', 'blocked', 'received']}, status_reason: textOrNull},
    },
    required: ['from', 'to', 'account_uuid'],
    defaults: {channel: 'sms', content: [], tags: [], status: 'sent'},
    complete: ({to = '', recipients, datetime}, now) => ({
      recipients: recipients ?? [to],
      datetime: datetime ?? new Date(now).toISOString(),
    }),
    refers: {conversation_uuid: conversations},
  }),
  opt_outs: loadable(optOuts, {
    fields: {id: text, campaign_id: text, number: text},
    required: ['campaign_id', 'number'],
    complete: ({campaign_id = '', number = ''}) => ({id: optOutId(campaign_id, number)}),
    faultsOf: (records) =>
      records.flatMap(({number = ''}, index) =>
        e164(number) === number ? [] : [{index, field: 'number', message: `is ${number}, and must be in E.164.`}],
      ),
  }),
}
