import {randomUUID} from 'node:crypto'
import {addGroupOf, channels, chatMessages} from '../chat/channels.ts'
import {type Schema} from '../../lib/schema.ts'
import {loadable} from '../loading/loadable.ts'
import {free, id, text, yesOrNo} from '../loading/schemas.ts'
import {accounts} from '../records.ts'

const content: Schema = {
  type: 'object',
  properties: {
    contentType: text,
    content: text,
    parts: {
      type: 'array',
      items: {type: 'object', properties: {contentType: text, content: text}, required: ['contentType', 'content']},
    },
  },
  required: ['contentType'],
}

/** What of the chat service can be loaded. A channel that names no group gets one of its own, with its owner in it. */
export const chatCollections = {
  channels: loadable(channels, {
    fields: {
      ...{uuid: id, account_uuid: id, owner_uuid: id, group_uuid: id, own_group: yesOrNo, parent_uuid: id},
      ...{name: text, topic: text, description: text, type: text, metadata: free, status: {enum: ['active']}},
    },
    required: ['account_uuid', 'owner_uuid', 'name'],
    defaults: {topic: '', metadata: {}, status: 'active'},
    complete: ({group_uuid, own_group}) => ({
      group_uuid: group_uuid ?? randomUUID(),
      own_group: own_group ?? group_uuid === undefined,
    }),
    refers: {account_uuid: accounts},
    settle({store}, channel, given) {
      if (given['group_uuid'] == null) addGroupOf(store, channel)
    },
  }),
  messages: loadable(chatMessages, {
    fields: {uuid: id, channel_uuid: id, user_uuid: id, content},
    required: ['channel_uuid', 'user_uuid', 'content'],
    refers: {channel_uuid: channels},
  }),
}
