import {type ChannelMember, channelMemberColumns} from '../../../lib/chat/channel.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Chat.getChannelMembers',
  summary: 'List the members of a channel',
  request: 'GET /chat/channels/{channel_uuid}/members',
  parameters: {
    channel_uuid: uuid('CHANNEL', 'channel to look at'),
  },
  reply: list<ChannelMember>({columns: channelMemberColumns, id: 'uuid', noun: 'members'}),
  examples: [['Who is in it', '76e46975-a37a-51b7-83e7-a648f6b45cc1']],
})
