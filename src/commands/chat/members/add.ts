import {wholeBody} from '../../../lib/body-parameter.ts'
import {type ChannelMember, channelMemberColumns, channelMemberFields} from '../../../lib/chat/channel.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import listMembers from './list.ts'

export default operation({
  operation: 'Chat.addMember',
  summary: 'Add a member to a channel',
  request: 'POST /chat/channels/{channel_uuid}/members',
  parameters: {
    channel_uuid: uuid('CHANNEL', 'channel to add to'),
    body: wholeBody('the member', {fields: channelMemberFields, required: ['uuid']}),
  },
  effect: {changes: 'add a member to the channel'},
  settle: async (caller, {channel_uuid, body}) => {
    for await (const member of caller.all(listMembers, {channel_uuid})) {
      if (member.uuid === body['uuid']) return {done: true, reply: member}
    }
    return {done: false}
  },
  reply: object<ChannelMember>({columns: channelMemberColumns, id: 'uuid'}),
  examples: [
    ['A user', '8d19947e-693b-5649-b6fa-d23f92663967 -F uuid=cdb115b0-99b0-5c62-8bcc-f93edb821bb6 -F type=user'],
  ],
})
