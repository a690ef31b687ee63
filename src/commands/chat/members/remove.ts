import {type ChannelMember, channelMemberColumns} from '../../../lib/chat/channel.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Chat.deleteMember',
  summary: 'Remove a member from a channel',
  description: 'To undo it: commsctl chat members add',
  request: 'DELETE /chat/channels/{channel_uuid}/members/{member_uuid}',
  parameters: {
    channel_uuid: uuid('CHANNEL', 'channel to remove from'),
    member_uuid: uuid('MEMBER', 'user to remove'),
  },
  effect: {changes: 'remove from the channel', disruptive: true},
  reply: object<ChannelMember>({columns: channelMemberColumns, id: 'uuid'}),
  examples: [['A user', '76e46975-a37a-51b7-83e7-a648f6b45cc1 cdb115b0-99b0-5c62-8bcc-f93edb821bb6']],
})
